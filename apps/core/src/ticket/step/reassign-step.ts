import type { z } from 'zod';
import type { Context } from '../../platform/context.ts';
import { parseInput } from '../../platform/parse-input.ts';
import { inTransaction } from '../../platform/transaction.ts';
import { applyFlowEvent } from '../apply-flow-event.ts';
import { lockTicket, requireHandlerOrManager, tokenOf } from '../lock-ticket.ts';
import { reassignStepInput } from '../ticket-input.ts';

/** Gives a step to another agent. For its handler, and for whoever manages the ticket. */
export async function reassignStep(context: Context, input: z.input<typeof reassignStepInput>): Promise<string> {
  const { ticketId, stepId, toAgentId, reason } = parseInput(reassignStepInput, input);
  return inTransaction(context, async (context) => {
    const locked = await lockTicket(context, ticketId);
    const token = tokenOf(locked, stepId);
    await requireHandlerOrManager(context, ticketId, token);
    await applyFlowEvent(
      context,
      locked.ticket,
      locked.version,
      { type: 'reassign', tokenId: stepId, toAgentId, ...(reason ? { reason } : {}) },
      {
        kind: 'reassigned',
        nodeId: token.nodeId,
        body: reason ?? null,
        changes: [{ field: 'handler', from: token.assigneeId, to: toAgentId }],
      },
    );
    return ticketId;
  });
}
