import type { StandIn } from '../../flow/flow-state.ts';
import type { LookupRequest } from '../../flow/lookup.ts';
import { findDeputies } from '../../identity/absence/find-deputies.ts';
import { findOffHours } from '../../identity/working-hours/find-off-hours.ts';
import type { Context } from '../../platform/context.ts';
import { keepForAMoment } from '../../platform/keep-for-a-moment.ts';

const activeAgents = (context: Context) => context.db.selectFrom('agent').where('agent.isActive', '=', true);

async function groupMembers(context: Context, request: Extract<LookupRequest, { kind: 'group' }>): Promise<string[]> {
  const members = activeAgents(context)
    .innerJoin('serviceGroupMember', 'serviceGroupMember.agentId', 'agent.id')
    .innerJoin('serviceGroup', 'serviceGroup.id', 'serviceGroupMember.groupId')
    .where('serviceGroup.key', '=', request.group);
  if (request.strategy === 'least_busy') {
    const rows = await members
      .leftJoin('ticketStep', (join) =>
        join.onRef('ticketStep.assigneeId', '=', 'agent.id').on('ticketStep.isActive', '=', true),
      )
      .select((eb) => ['agent.id', eb.fn.count('ticketStep.id').as('load')])
      .groupBy('agent.id')
      .orderBy('load')
      .orderBy('agent.id')
      .execute();
    return rows.map((row) => row.id);
  }
  const rows = await members
    .select('agent.id')
    .$if(request.strategy === 'round_robin', (query) => query.orderBy('serviceGroupMember.lastAssignedAt'))
    .orderBy('agent.id')
    .execute();
  return rows.map((row) => row.id);
}

async function idsFor(context: Context, request: LookupRequest): Promise<string[]> {
  switch (request.kind) {
    case 'account':
      return ids(activeAgents(context).where('agent.loginName', '=', request.account).select('agent.id').execute());
    case 'agent':
      return ids(activeAgents(context).where('agent.id', '=', request.agentId).select('agent.id').execute());
    case 'role':
      return ids(
        activeAgents(context)
          .innerJoin('agentRole', 'agentRole.agentId', 'agent.id')
          .innerJoin('role', 'role.id', 'agentRole.roleId')
          .where('role.key', '=', request.role)
          .select('agent.id')
          .orderBy('agent.id')
          .execute(),
      );
    case 'group':
      return groupMembers(context, request);
    case 'department_head':
      return ids(
        activeAgents(context)
          .innerJoin('department', 'department.headId', 'agent.id')
          .innerJoin('agent as about', 'about.departmentId', 'department.id')
          .where('about.id', '=', request.agentId)
          .select('agent.id')
          .execute(),
      );
    case 'reporting_manager':
      return ids(
        activeAgents(context)
          .innerJoin('agent as about', 'about.reportingManagerId', 'agent.id')
          .where('about.id', '=', request.agentId)
          .select('agent.id')
          .execute(),
      );
  }
}

const ids = async (rows: Promise<{ id: string }[]>): Promise<string[]> => (await rows).map((row) => row.id);

/** Whose turn it is depends on what has just been assigned; who somebody is and who belongs where rarely changes. */
const isOfTheMoment = (request: LookupRequest): boolean =>
  request.kind === 'group' && (request.strategy === 'least_busy' || request.strategy === 'round_robin');

interface Present {
  ids: string[];
  /** For whom those of them who would not be there otherwise stand in. */
  standIns?: Record<string, StandIn>;
}

/**
 * Members of a group share its work, so one who is away or has gone home is passed over while another is there; anybody
 * else is stood in for while away.
 */
async function presentOf(context: Context, request: LookupRequest, found: string[]): Promise<Present> {
  const isDealt = request.kind === 'group' && request.strategy !== 'claim';
  if (found.length === 0 || (request.kind === 'group' && !isDealt)) return { ids: found };
  const deputies = await findDeputies(context, found);
  const there = found.filter((id) => !deputies.has(id));
  if (isDealt) {
    const offHours = await findOffHours(context, request.group, there);
    const atWork = there.filter((id) => !offHours.has(id));
    if (there.length > 0) return { ids: atWork.length > 0 ? atWork : there };
  }
  if (deputies.size === 0) return { ids: found };
  const standIns: Record<string, StandIn> = {};
  for (const [agentId, { agentId: deputyId, until }] of deputies) {
    if (!found.includes(deputyId)) standIns[deputyId] ??= { agentId, until: until.toISOString() };
  }
  return { ids: [...new Set(found.map((id) => deputies.get(id)?.agentId ?? id))], standIns };
}

interface Answered {
  lookups: Record<string, string[]>;
  /** By question, then by who stands in. */
  standIns: Record<string, Record<string, StandIn>>;
}

/** Answers what the interpreter asks about people, as it is now; the answers become part of the event. */
export async function answerLookups(context: Context, requests: readonly LookupRequest[]): Promise<Answered> {
  const answered: Answered = { lookups: {}, standIns: {} };
  for (const request of requests) {
    const read = async (): Promise<Present> => presentOf(context, request, await idsFor(context, request));
    const name = `lookup:${JSON.stringify(request)}`;
    const { ids, standIns } = isOfTheMoment(request) ? await read() : await keepForAMoment(context.pool, name, read);
    answered.lookups[request.key] = ids;
    if (standIns) answered.standIns[request.key] = standIns;
  }
  return answered;
}
