import type { Context } from '../platform/context.ts';
import { recordEvent } from '../platform/event/event.ts';

/**
 * Says which ticket came of a call. Where it was not known whose call it is, it is now that of the ticket's customer.
 * Must run inside a transaction; the caller has checked that both may be seen.
 */
export async function linkCallTicket(
  context: Context,
  callId: string,
  ticket: { id: string; customerId: string | null },
): Promise<void> {
  const call = await context.db
    .selectFrom('call')
    .select(['agentId', 'customerId'])
    .where('id', '=', callId)
    .forUpdate()
    .executeTakeFirstOrThrow();
  const link = { ticketId: ticket.id, customerId: call.customerId ?? ticket.customerId };
  await context.db.updateTable('call').set(link).where('id', '=', callId).execute();
  await context.db.updateTable('interaction').set(link).where('id', '=', callId).execute();
  await recordEvent(context, { kind: 'call.linked', subjectType: 'call', subjectId: callId, agentId: call.agentId });
}
