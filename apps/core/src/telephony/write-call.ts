import { changePresence, lockPresence } from '../presence/change-presence.ts';
import { followCall, type CallWithAgent, type WrapUp } from '../presence/presence-state.ts';
import type { Context } from '../platform/context.ts';
import type { CallRow } from './call-access.ts';
import { callRulesOf } from './call-rules.ts';
import { tellOfCall } from './tell-of-call.ts';
import { writeLegs } from './write-legs.ts';

type CallChange = Partial<Omit<CallRow, 'id' | 'channelId' | 'externalId' | 'version'>>;

const dayMs = 24 * 60 * 60 * 1000;

/** What the group of a call wants after it; only whoever had the call last can be asked what came of it. */
async function wrapUpAfter(context: Context, call: CallRow, agentId: string): Promise<WrapUp> {
  const { wrapUpSeconds, isDispositionRequired } = await callRulesOf(context, { ...call, agentId });
  return {
    seconds: wrapUpSeconds,
    isOpenEnded: isDispositionRequired && !call.disposition && call.agentId === agentId,
  };
}

async function movePresence(context: Context, agentId: string, call: CallRow, stands: CallWithAgent): Promise<void> {
  const wrapUp = await wrapUpAfter(context, call, agentId);
  const presence = await lockPresence(context, agentId);
  const target = followCall(presence, call.id, stands, context.now(), wrapUp);
  if (target) await changePresence(context, presence, target, 'system');
  if (stands === 'gone' && target) await ringNext(context, agentId);
}

/** A call that rang beside the one that is over takes its place. */
async function ringNext(context: Context, agentId: string): Promise<void> {
  const next = await context.db
    .selectFrom('call')
    .selectAll()
    .where('agentId', '=', agentId)
    .where('startedAt', '>', new Date(context.now().getTime() - dayMs))
    .where('status', '=', 'ringing')
    .orderBy('startedAt')
    .limit(1)
    .executeTakeFirst();
  if (next) await movePresence(context, agentId, next, 'ringing');
}

const withAgent = (call: CallRow): CallWithAgent => {
  if (call.status === 'ended') return 'gone';
  return call.status === 'ringing' ? 'ringing' : 'in_call';
};

/** How the part of the agent ended whom a call has left. */
function outcomeOf(before: CallRow, call: CallRow): string {
  if (before.status !== 'ringing') return 'transferred';
  return withAgent(call) === 'in_call' ? 'answered_elsewhere' : 'missed';
}

/**
 * Writes what changed of a call, and all that follows: legs, interaction, the agents' states, and what they are told.
 * The caller holds the call's lock. `outcome` says how the former agent's part ended, should it go to another.
 */
export async function writeCall(
  context: Context,
  before: CallRow,
  change: CallChange,
  options: { isNew?: boolean; outcome?: string } = {},
): Promise<CallRow> {
  const call: CallRow = { ...before, ...change, version: before.version + 1 };
  const { id, ...columns } = call;
  await context.db.updateTable('call').set(columns).where('id', '=', id).execute();
  const outcome = options.outcome ?? outcomeOf(before, call);
  await writeLegs(context, call, outcome);
  await context.db
    .updateTable('interaction')
    .set({
      agentId: call.agentId,
      customerId: call.customerId,
      endedAt: call.endedAt,
      outcome: call.endedAt ? (call.answeredAt ? 'answered' : call.endReason) : null,
    })
    .where('id', '=', id)
    .execute();
  await tellOfCall(context, options.isNew ? null : before, call, outcome);
  if (before.agentId && before.agentId !== call.agentId) await movePresence(context, before.agentId, call, 'gone');
  if (call.agentId) await movePresence(context, call.agentId, call, withAgent(call));
  return call;
}
