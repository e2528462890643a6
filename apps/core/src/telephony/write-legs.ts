import type { Context } from '../platform/context.ts';
import { newId } from '../platform/id.ts';
import type { CallRow } from './call-access.ts';

const isTalking = (call: CallRow): boolean => call.status === 'in_call' || call.status === 'held';

/** Keeps the legs of a call: one for each agent whom it was with, in turn. `outcome` is how the former agent's leg ended. */
export async function writeLegs(context: Context, call: CallRow, outcome: string): Promise<void> {
  const now = context.now();
  const open = await context.db
    .selectFrom('callLeg')
    .selectAll()
    .where('callId', '=', call.id)
    .where('endedAt', 'is', null)
    .executeTakeFirst();
  const hasMoved = open !== undefined && open.agentId !== call.agentId;
  if (open && (hasMoved || call.status === 'ended')) {
    const lastOutcome = (open.answeredAt ?? call.answeredAt) ? 'finished' : (call.endReason ?? 'missed');
    await context.db
      .updateTable('callLeg')
      .set({
        endedAt: hasMoved ? now : (call.endedAt ?? now),
        answeredAt: open.answeredAt ?? (hasMoved ? null : call.answeredAt),
        outcome: hasMoved ? outcome : lastOutcome,
      })
      .where('id', '=', open.id)
      .execute();
  }
  if (open && !hasMoved && isTalking(call) && !open.answeredAt) {
    await context.db.updateTable('callLeg').set({ answeredAt: now }).where('id', '=', open.id).execute();
  }
  if (call.agentId && (!open || hasMoved) && call.status !== 'ended') {
    await context.db
      .insertInto('callLeg')
      .values({
        id: newId(),
        callId: call.id,
        agentId: call.agentId,
        kind: 'agent',
        ringingAt: now,
        answeredAt: isTalking(call) ? now : null,
      })
      .execute();
  }
}
