import type { z } from 'zod';
import type { Context } from '../platform/context.ts';
import { parseInput } from '../platform/parse-input.ts';
import { inTransaction } from '../platform/transaction.ts';
import { applyFlowEvent } from './apply-flow-event.ts';
import { lockTicket, requireHandlerOrManager } from './lock-ticket.ts';
import { cancelTicketInput } from './ticket-input.ts';

/** Ends a ticket before its flow does. For whoever manages it. */
export async function cancelTicket(context: Context, input: z.input<typeof cancelTicketInput>): Promise<string> {
  const { ticketId, reason } = parseInput(cancelTicketInput, input);
  return inTransaction(context, async (context) => {
    const { ticket, version } = await lockTicket(context, ticketId);
    await requireHandlerOrManager(context, ticketId, null);
    await applyFlowEvent(context, ticket, version, { type: 'cancel', reason }, { kind: 'cancelled', body: reason });
    return ticketId;
  });
}
