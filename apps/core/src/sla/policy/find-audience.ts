import type { FlowState } from '../../flow/flow-state.ts';
import type { Context } from '../../platform/context.ts';
import type { SlaAudience } from './sla-policy.ts';

async function handlersOf(context: Context, state: FlowState): Promise<string[]> {
  const own = state.tokens.flatMap((token) => (token.assigneeId ? [token.assigneeId] : token.candidateIds));
  const groups = state.tokens.flatMap((token) =>
    token.assigneeId === null && token.candidateGroup ? [token.candidateGroup] : [],
  );
  if (groups.length === 0) return own;
  const members = await context.db
    .selectFrom('serviceGroupMember')
    .innerJoin('serviceGroup', 'serviceGroup.id', 'serviceGroupMember.groupId')
    .innerJoin('agent', 'agent.id', 'serviceGroupMember.agentId')
    .select('agent.id')
    .where('serviceGroup.key', 'in', groups)
    .where('agent.isActive', '=', true)
    .execute();
  return [...own, ...members.map((member) => member.id)];
}

const leadersOf = async (context: Context, agentIds: string[], state: FlowState): Promise<string[]> => {
  const groups = state.tokens.flatMap((token) => (token.candidateGroup ? [token.candidateGroup] : []));
  const rows = await context.db
    .selectFrom('serviceGroup')
    .leftJoin('serviceGroupMember', 'serviceGroupMember.groupId', 'serviceGroup.id')
    .select('serviceGroup.leaderId')
    .distinct()
    .where((eb) =>
      eb.or([
        ...(groups.length ? [eb('serviceGroup.key', 'in', groups)] : []),
        ...(groups.length === 0 && agentIds.length ? [eb('serviceGroupMember.agentId', 'in', agentIds)] : []),
      ]),
    )
    .execute();
  return rows.flatMap((row) => (row.leaderId ? [row.leaderId] : []));
};

const managersOf = async (context: Context, agentIds: string[]): Promise<string[]> => {
  if (agentIds.length === 0) return [];
  const rows = await context.db
    .selectFrom('agent')
    .select('reportingManagerId')
    .distinct()
    .where('id', 'in', agentIds)
    .execute();
  return rows.flatMap((row) => (row.reportingManagerId ? [row.reportingManagerId] : []));
};

/** Who is meant now by "the handler", "the group's leader" and "the manager" of a ticket. */
export async function findAudience(
  context: Context,
  state: FlowState,
  audience: readonly SlaAudience[],
): Promise<string[]> {
  const handlers = await handlersOf(context, state);
  const found: string[] = [];
  if (audience.includes('handler')) found.push(...handlers);
  if (audience.includes('group_leader')) found.push(...(await leadersOf(context, handlers, state)));
  if (audience.includes('manager')) found.push(...(await managersOf(context, handlers)));
  return [...new Set(found)];
}
