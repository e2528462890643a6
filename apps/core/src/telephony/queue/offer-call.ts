import { sendToPlugin } from '../../channel/plugin-command.ts';
import { voice, toPresence } from '../../presence/change-presence.ts';
import { effectivePresence } from '../../presence/presence-state.ts';
import { groupStrategySchema } from '../../identity/service-group/service-group-input.ts';
import type { Context } from '../../platform/context.ts';
import type { CallRow } from '../call-access.ts';
import { orderCandidates, type Candidate } from './choose-agent.ts';
import { agentForPlugin } from '../find-agent.ts';
import { writeCall } from '../write-call.ts';

const dayMs = 24 * 60 * 60 * 1000;

async function lastAgentOf(context: Context, call: CallRow): Promise<string | null> {
  if (!call.customerId) return null;
  const last = await context.db
    .selectFrom('call')
    .select('agentId')
    .where('customerId', '=', call.customerId)
    .where('answeredAt', 'is not', null)
    .orderBy('startedAt', 'desc')
    .limit(1)
    .executeTakeFirst();
  return last?.agentId ?? null;
}

/** The ready members of the call's group who have not turned this call down. */
async function candidatesFor(context: Context, call: CallRow): Promise<Candidate[]> {
  const now = context.now();
  const rows = await context.db
    .selectFrom('serviceGroupMember')
    .innerJoin('agent', 'agent.id', 'serviceGroupMember.agentId')
    .innerJoin('agentPresence', 'agentPresence.agentId', 'serviceGroupMember.agentId')
    .selectAll('agentPresence')
    .select(['serviceGroupMember.skillLevel', 'serviceGroupMember.lastAssignedAt'])
    .select((eb) =>
      eb
        .selectFrom('call')
        .select(eb.fn.countAll<number>().as('count'))
        .whereRef('call.agentId', '=', 'agentPresence.agentId')
        .where('call.startedAt', '>', new Date(now.getTime() - dayMs))
        .as('callsToday'),
    )
    .select((eb) =>
      eb
        .exists(
          eb
            .selectFrom('callLeg')
            .select('callLeg.id')
            .where('callLeg.callId', '=', call.id)
            .where('callLeg.outcome', '=', 'missed')
            .whereRef('callLeg.agentId', '=', 'agentPresence.agentId'),
        )
        .as('hasMissed'),
    )
    .where('serviceGroupMember.groupId', '=', call.groupId)
    .where('agent.isActive', '=', true)
    .where('agentPresence.channel', '=', voice)
    .where('agentPresence.state', 'in', ['ready', 'wrap_up'])
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('callLeg')
            .select('callLeg.id')
            .where('callLeg.callId', '=', call.id)
            .where('callLeg.outcome', '=', 'rejected')
            .whereRef('callLeg.agentId', '=', 'agentPresence.agentId'),
        ),
      ),
    )
    .execute();
  const lastAgentId = await lastAgentOf(context, call);
  return rows.flatMap((row) => {
    const { state, since } = effectivePresence(toPresence(row), now);
    if (state !== 'ready') return [];
    const { agentId, skillLevel, lastAssignedAt } = row;
    return [
      {
        agentId,
        skillLevel,
        lastAssignedAt,
        readySince: since,
        callsToday: Number(row.callsToday),
        isReturning: agentId === lastAgentId,
        hasMissed: Boolean(row.hasMissed),
      },
    ];
  });
}

/** Locks an agent's state if nobody else holds it and the agent is still ready; the lock makes one agent get one call. */
async function takeAgent(context: Context, agentId: string): Promise<boolean> {
  const row = await context.db
    .selectFrom('agentPresence')
    .selectAll()
    .where('agentId', '=', agentId)
    .where('channel', '=', voice)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();
  return row !== undefined && effectivePresence(toPresence(row), context.now()).state === 'ready';
}

/**
 * Rings a waiting call at the agent whom its group's strategy chooses; it waits on if nobody is ready. The caller holds
 * the call's lock. Returns whether somebody is rung.
 */
export async function offerCall(context: Context, call: CallRow): Promise<boolean> {
  if (!call.groupId) return false;
  const group = await context.db
    .selectFrom('serviceGroup')
    .select('strategy')
    .where('id', '=', call.groupId)
    .executeTakeFirst();
  const strategy = groupStrategySchema.catch('longest_idle').parse(group?.strategy);
  for (const { agentId } of orderCandidates(strategy, await candidatesFor(context, call))) {
    if (!(await takeAgent(context, agentId))) continue;
    const ringing = await writeCall(context, call, { agentId, status: 'ringing' });
    await context.db
      .updateTable('serviceGroupMember')
      .set({ lastAssignedAt: context.now() })
      .where('groupId', '=', call.groupId)
      .where('agentId', '=', agentId)
      .execute();
    await sendToPlugin(context, call.channelId, {
      kind: 'call',
      command: {
        kind: 'offer',
        callId: call.externalId,
        commandId: `${call.id}:offer:${ringing.version}`,
        agent: await agentForPlugin(context, agentId),
      },
    });
    return true;
  }
  return false;
}
