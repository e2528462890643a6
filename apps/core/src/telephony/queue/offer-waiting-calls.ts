import type { Context } from '../../platform/context.ts';
import { inTransaction } from '../../platform/transaction.ts';
import { offerCall } from './offer-call.ts';

const waitLimitMs = 24 * 60 * 60 * 1000;

/** Offers the oldest call that waits in this agent's groups. Must run inside a transaction. */
export async function offerWaitingCall(context: Context, agentId: string): Promise<void> {
  const call = await context.db
    .selectFrom('call')
    .selectAll()
    .where('status', '=', 'queued')
    .where('startedAt', '>', new Date(context.now().getTime() - waitLimitMs))
    .where('groupId', 'in', (eb) =>
      eb.selectFrom('serviceGroupMember').select('groupId').where('agentId', '=', agentId),
    )
    .orderBy('startedAt')
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();
  if (call) await offerCall(context, call);
}

/** Offers every call that waits, oldest first; run regularly, since agents also become ready by the clock. */
export async function offerWaitingCalls(context: Context): Promise<void> {
  const waiting = await context.db
    .selectFrom('call')
    .select('id')
    .where('status', '=', 'queued')
    .where('startedAt', '>', new Date(context.now().getTime() - waitLimitMs))
    .orderBy('startedAt')
    .limit(50)
    .execute();
  for (const { id } of waiting) {
    await inTransaction(context, async (context) => {
      const call = await context.db
        .selectFrom('call')
        .selectAll()
        .where('id', '=', id)
        .where('status', '=', 'queued')
        .forUpdate()
        .skipLocked()
        .executeTakeFirst();
      if (call) await offerCall(context, call);
    });
  }
}
