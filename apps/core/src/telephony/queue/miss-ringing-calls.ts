import { sql } from 'kysely';
import { changePresence, lockPresence } from '../../presence/change-presence.ts';
import { atRest } from '../../presence/presence-state.ts';
import { isReasonInUse } from '../../presence/reason/reason-in-use.ts';
import type { Context } from '../../platform/context.ts';
import { inTransaction } from '../../platform/transaction.ts';
import { callRulesOf } from '../call-rules.ts';
import { offerCall } from './offer-call.ts';
import { writeCall } from '../write-call.ts';

const ringLimitMs = 24 * 60 * 60 * 1000;

/** Calls of a queue that have rung at one agent for longer than their group lets them. */
const overdue = (context: Context) =>
  context.db
    .selectFrom('call')
    .innerJoin('serviceGroup', 'serviceGroup.id', 'call.groupId')
    .innerJoin('callLeg', (join) => join.onRef('callLeg.callId', '=', 'call.id').on('callLeg.endedAt', 'is', null))
    .where('call.status', '=', 'ringing')
    .where('call.direction', '=', 'inbound')
    .where('call.startedAt', '>', new Date(context.now().getTime() - ringLimitMs))
    .where(
      sql<boolean>`${sql.ref('callLeg.ringingAt')} <= ${context.now()} - INTERVAL ${sql.ref('serviceGroup.ringSeconds')} SECOND`,
    );

async function setMissed(context: Context, agentId: string, reasonId: string): Promise<void> {
  if (!(await isReasonInUse(context, reasonId))) return;
  const presence = await lockPresence(context, agentId);
  if (presence.state === 'ready') await changePresence(context, presence, atRest(reasonId), 'system');
}

/**
 * Takes each call that an agent let ring for too long to the next agent of its queue; the one who missed it is not
 * ready any more if the group says so, for a reason that is in use. Run regularly. Returns how many calls moved on.
 */
export async function missRingingCalls(context: Context): Promise<number> {
  const late = await overdue(context).select('call.id').orderBy('callLeg.ringingAt').limit(50).execute();
  let missed = 0;
  for (const { id } of late) {
    await inTransaction(context, async (context) => {
      const call = await context.db
        .selectFrom('call')
        .selectAll()
        .where('id', '=', id)
        .where('status', '=', 'ringing')
        .forUpdate()
        .skipLocked()
        .executeTakeFirst();
      if (!call?.agentId) return;
      if (!(await overdue(context).select('call.id').where('call.id', '=', id).executeTakeFirst())) return;
      const { missedReasonId } = await callRulesOf(context, call);
      const waiting = await writeCall(context, call, { agentId: null, status: 'queued' }, { outcome: 'missed' });
      if (missedReasonId) await setMissed(context, call.agentId, missedReasonId);
      await offerCall(context, waiting);
      missed += 1;
    });
  }
  return missed;
}
