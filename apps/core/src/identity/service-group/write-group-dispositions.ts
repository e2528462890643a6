import type { Context } from '../../platform/context.ts';
import { ValidationError } from '../../platform/errors.ts';

/** Replaces what a group's calls can come to. Throws ValidationError for a disposition that does not exist. */
export async function writeGroupDispositions(
  context: Context,
  groupId: string,
  dispositionIds: readonly string[],
): Promise<void> {
  const wanted = [...new Set(dispositionIds)];
  await context.db.deleteFrom('serviceGroupDisposition').where('groupId', '=', groupId).execute();
  if (wanted.length === 0) return;
  const found = await context.db.selectFrom('disposition').select('id').where('id', 'in', wanted).execute();
  if (found.length !== wanted.length) {
    throw ValidationError.at('dispositionIds', 'no_such_disposition', {
      en: 'One of these results does not exist any more. Choose from the list.',
      zh: '其中有服务结果已不存在，请从列表中选择。',
    });
  }
  await context.db
    .insertInto('serviceGroupDisposition')
    .values(wanted.map((dispositionId) => ({ groupId, dispositionId })))
    .execute();
}
