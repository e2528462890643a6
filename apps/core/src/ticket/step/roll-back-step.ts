import type { z } from 'zod';
import type { Context } from '../../platform/context.ts';
import { parseInput } from '../../platform/parse-input.ts';
import { inTransaction } from '../../platform/transaction.ts';
import { applyFlowEvent } from '../apply-flow-event.ts';
import { lockTicket, tokenOf } from '../lock-ticket.ts';
import { rollBackStepInput } from '../ticket-input.ts';

/** Sends a step back, to the one before unless the node allows another. Throws ConflictError if it cannot go there. */
export async function rollBackStep(context: Context, input: z.input<typeof rollBackStepInput>): Promise<string> {
  const { ticketId, stepId, reason, toNodeId } = parseInput(rollBackStepInput, input);
  return inTransaction(context, async (context) => {
    const locked = await lockTicket(context, ticketId);
    const { nodeId } = tokenOf(locked, stepId);
    await applyFlowEvent(
      context,
      locked.ticket,
      locked.version,
      { type: 'roll_back', tokenId: stepId, reason, ...(toNodeId ? { toNodeId } : {}) },
      { kind: 'rolled_back', nodeId, body: reason },
    );
    return ticketId;
  });
}
