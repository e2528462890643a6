import type { Context } from '../../platform/context.ts';
import { ValidationError } from '../../platform/errors.ts';
import { whoMaySee } from '../who-may-see.sql.ts';

/**
 * The people who are mentioned, by name. Throws ValidationError at `mentionIds` that names those who may not see the
 * ticket: a mention would not reach them.
 */
export async function requireMentionable(
  context: Context,
  ticketId: string,
  mentionIds: readonly string[],
): Promise<{ id: string; name: string }[]> {
  if (mentionIds.length === 0) return [];
  const people = await context.db.selectFrom('agent').select(['id', 'name']).where('id', 'in', mentionIds).execute();
  const able = await whoMaySee(context, ticketId, mentionIds);
  const unable = people.filter(({ id }) => !able.includes(id)).map(({ name }) => name);
  if (unable.length > 0 || people.length !== new Set(mentionIds).size) {
    const names = unable.length > 0 ? unable : ['?'];
    throw ValidationError.at('mentionIds', 'cannot_see_ticket', {
      en: `A mention would not reach ${names.join(', ')}: this ticket is outside their data scope. Remove the mention, or give them a part in the ticket.`,
      zh: `${names.join('、')}无权查看本工单，收不到提及。请移除提及，或让其参与本工单。`,
    });
  }
  return people;
}
