import type { Context } from '../../platform/context.ts';
import { ValidationError } from '../../platform/errors.ts';

interface Member {
  agentId: string;
  skillLevel: number;
}

/** Throws ValidationError at `path` if one of these is not an active agent. */
export async function requireActiveAgents(context: Context, agentIds: readonly string[], path: string): Promise<void> {
  const wanted = [...new Set(agentIds)];
  if (wanted.length === 0) return;
  const found = await context.db
    .selectFrom('agent')
    .select('id')
    .where('id', 'in', wanted)
    .where('isActive', '=', true)
    .execute();
  if (found.length === wanted.length) return;
  throw ValidationError.at(path, 'no_such_agent', {
    en: 'Somebody named here does not work here any more. Choose active agents.',
    zh: '其中有坐席已停用或不存在，请选择在职坐席。',
  });
}

/** Replaces the members of a group; those who stay keep their turn. Throws ValidationError for an agent who is not active. */
export async function writeMembers(context: Context, groupId: string, members: readonly Member[]): Promise<void> {
  await requireActiveAgents(
    context,
    members.map((member) => member.agentId),
    'members',
  );
  const ids = members.map((member) => member.agentId);
  await context.db
    .deleteFrom('serviceGroupMember')
    .where('groupId', '=', groupId)
    .$if(ids.length > 0, (query) => query.where('agentId', 'not in', ids))
    .execute();
  for (const { agentId, skillLevel } of members) {
    await context.db
      .insertInto('serviceGroupMember')
      .values({ groupId, agentId, skillLevel })
      .onDuplicateKeyUpdate({ skillLevel })
      .execute();
  }
}
