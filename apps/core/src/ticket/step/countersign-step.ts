import type { z } from 'zod';
import type { Context } from '../../platform/context.ts';
import { parseInput } from '../../platform/parse-input.ts';
import { inTransaction } from '../../platform/transaction.ts';
import { applyFlowEvent } from '../apply-flow-event.ts';
import { lockTicket, tokenOf } from '../lock-ticket.ts';
import { countersignStepInput } from '../ticket-input.ts';

/** An approver asks a colleague to approve as well. Throws ConflictError if the caller is not asked, or not yet. */
export async function countersignStep(context: Context, input: z.input<typeof countersignStepInput>): Promise<string> {
  const { ticketId, stepId, toAgentId, reason } = parseInput(countersignStepInput, input);
  return inTransaction(context, async (context) => {
    const locked = await lockTicket(context, ticketId);
    await applyFlowEvent(
      context,
      locked.ticket,
      locked.version,
      { type: 'countersign', tokenId: stepId, toAgentId },
      {
        kind: 'countersign_asked',
        nodeId: tokenOf(locked, stepId).nodeId,
        body: reason ?? null,
        changes: [{ field: 'countersigner', from: null, to: toAgentId }],
      },
    );
    return ticketId;
  });
}
