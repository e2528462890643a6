import type { z } from 'zod';
import type { Context } from '../../platform/context.ts';
import { parseInput } from '../../platform/parse-input.ts';
import { inTransaction } from '../../platform/transaction.ts';
import { applyFlowEvent } from '../apply-flow-event.ts';
import { lockTicket, requireHandlerOrManager, tokenOf } from '../lock-ticket.ts';
import { resumeStepInput, suspendStepInput } from '../ticket-input.ts';

/** Lets a step rest, where its node allows it; clocks pause as the policy says. */
export async function suspendStep(context: Context, input: z.input<typeof suspendStepInput>): Promise<string> {
  const { ticketId, stepId, reason } = parseInput(suspendStepInput, input);
  return inTransaction(context, async (context) => {
    const locked = await lockTicket(context, ticketId);
    const token = tokenOf(locked, stepId);
    await requireHandlerOrManager(context, ticketId, token);
    await applyFlowEvent(
      context,
      locked.ticket,
      locked.version,
      { type: 'suspend', tokenId: stepId, reason },
      { kind: 'suspended', nodeId: token.nodeId, body: reason },
    );
    return ticketId;
  });
}

/** Goes on with a suspended step; what was left on its clocks is due from now on. */
export async function resumeStep(context: Context, input: z.input<typeof resumeStepInput>): Promise<string> {
  const { ticketId, stepId } = parseInput(resumeStepInput, input);
  return inTransaction(context, async (context) => {
    const locked = await lockTicket(context, ticketId);
    const token = tokenOf(locked, stepId);
    await requireHandlerOrManager(context, ticketId, token);
    await applyFlowEvent(
      context,
      locked.ticket,
      locked.version,
      { type: 'resume', tokenId: stepId },
      { kind: 'resumed', nodeId: token.nodeId },
    );
    return ticketId;
  });
}
