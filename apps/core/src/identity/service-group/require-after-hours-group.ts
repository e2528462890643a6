import type { Context } from '../../platform/context.ts';
import { ValidationError } from '../../platform/errors.ts';

/** Throws ValidationError unless calls of this group can go to the other one outside its hours. */
export async function requireAfterHoursGroup(context: Context, groupId: string, otherId: string): Promise<void> {
  if (otherId === groupId) {
    throw ValidationError.at('afterHoursGroupId', 'own_group', {
      en: 'Outside its hours a group cannot hand its calls to itself. Choose another group.',
      zh: '服务组不能在下班后把来电转给自己，请选择其他服务组。',
    });
  }
  const other = await context.db.selectFrom('serviceGroup').select('kind').where('id', '=', otherId).executeTakeFirst();
  if (other?.kind === 'voice') return;
  throw ValidationError.at('afterHoursGroupId', 'no_voice_group', {
    en: 'This is no group that serves calls. Choose one of those.',
    zh: '该服务组不接听电话，请选择接听电话的服务组。',
  });
}
