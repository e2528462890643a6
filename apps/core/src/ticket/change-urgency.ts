import type { z } from 'zod';
import type { Context } from '../platform/context.ts';
import { parseInput } from '../platform/parse-input.ts';
import { inTransaction } from '../platform/transaction.ts';
import { applyFlowEvent } from './apply-flow-event.ts';
import { lockTicket, requireHandlerOrManager } from './lock-ticket.ts';
import { changeUrgencyInput } from './ticket-input.ts';

/** Changes how urgent a ticket is; its clocks move to the new targets. For its handlers, and whoever manages it. */
export async function changeUrgency(context: Context, input: z.input<typeof changeUrgencyInput>): Promise<string> {
  const { ticketId, urgency, reason } = parseInput(changeUrgencyInput, input);
  return inTransaction(context, async (context) => {
    const { ticket, version, state } = await lockTicket(context, ticketId);
    const own = state.tokens.find((token) => token.assigneeId === context.actor.agentId) ?? null;
    await requireHandlerOrManager(context, ticketId, own);
    await applyFlowEvent(
      context,
      ticket,
      version,
      { type: 'change_urgency', urgency },
      {
        kind: 'urgency_changed',
        body: reason ?? null,
        changes: [{ field: 'urgency', from: state.urgency, to: urgency }],
      },
    );
    return ticketId;
  });
}
