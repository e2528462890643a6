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

/** Throws ValidationError where other groups hand it their calls outside their hours, which only one that serves calls can take. */
export async function requireNoCallsHandedTo(context: Context, groupId: string): Promise<void> {
  const others = await context.db
    .selectFrom('serviceGroup')
    .select('name')
    .where('afterHoursGroupId', '=', groupId)
    .orderBy('name')
    .limit(5)
    .execute();
  if (others.length === 0) return;
  const names = others.map(({ name }) => name);
  throw ValidationError.at('kind', 'takes_calls', {
    en: `Outside their hours, calls of other groups come here: ${names.join(', ')}. Choose another group for them first.`,
    zh: `其他服务组下班后的来电转到这里：${names.join('、')}，请先为它们选择其他服务组。`,
  });
}
