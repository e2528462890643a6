import type { Context } from '../../platform/context.ts';
import { ValidationError } from '../../platform/errors.ts';

/** Whether people may be not ready for this reason now: it exists and was not taken out of use. */
export async function isReasonInUse(context: Context, reasonId: string): Promise<boolean> {
  const reason = await context.db
    .selectFrom('notReadyReason')
    .select('id')
    .where('id', '=', reasonId)
    .where('isActive', '=', true)
    .executeTakeFirst();
  return reason !== undefined;
}

/** Throws ValidationError at `path` unless people may be not ready for this reason. */
export async function requireReasonInUse(context: Context, reasonId: string, path: string): Promise<void> {
  if (await isReasonInUse(context, reasonId)) return;
  throw ValidationError.at(path, 'reason_out_of_use', {
    en: 'This reason is not in use any more. Choose another one.',
    zh: '该示忙原因已停用，请选择其他原因。',
  });
}
