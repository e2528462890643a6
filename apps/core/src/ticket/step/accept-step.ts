import type { z } from 'zod';
import type { Context } from '../../platform/context.ts';
import { parseInput } from '../../platform/parse-input.ts';
import { inTransaction } from '../../platform/transaction.ts';
import { applyFlowEvent } from '../apply-flow-event.ts';
import { lockTicket, tokenOf } from '../lock-ticket.ts';
import { acceptStepInput } from '../ticket-input.ts';

/** Takes a step that is assigned or offered to the caller. The first one has it; the others are told who. */
export async function acceptStep(context: Context, input: z.input<typeof acceptStepInput>): Promise<string> {
  const { ticketId, stepId } = parseInput(acceptStepInput, input);
  return inTransaction(context, async (context) => {
    const locked = await lockTicket(context, ticketId);
    const token = tokenOf(locked, stepId);
    const type = token.candidateGroup !== null && token.assigneeId === null ? 'claim' : 'accept';
    await applyFlowEvent(
      context,
      locked.ticket,
      locked.version,
      { type, tokenId: stepId },
      { kind: 'accepted', nodeId: token.nodeId },
    );
    return ticketId;
  });
}
