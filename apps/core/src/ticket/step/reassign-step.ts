import type { z } from 'zod';
import type { GivenTo } from '../../flow/flow-event.ts';
import { findGroup } from '../../identity/service-group/group-ids.ts';
import type { Context } from '../../platform/context.ts';
import { ValidationError } from '../../platform/errors.ts';
import { parseInput } from '../../platform/parse-input.ts';
import { inTransaction } from '../../platform/transaction.ts';
import type { FieldChange } from '../append-event.ts';
import { applyFlowEvent } from '../apply-flow-event.ts';
import { lockTicket, requireHandlerOrManager, tokenOf } from '../lock-ticket.ts';
import { reassignStepInput } from '../ticket-input.ts';

interface Receiver {
  to: GivenTo;
  agentId: string | null;
  /** What the group is called; histories name it as it was called then. */
  groupName: string | null;
}

async function receiverOf(context: Context, toAgentId: string | null, toGroupId: string | null): Promise<Receiver> {
  if (Boolean(toAgentId) === Boolean(toGroupId)) {
    throw ValidationError.at('toAgentId', 'one_receiver', {
      en: 'Choose a person or a group.',
      zh: '请选择人员或服务组。',
    });
  }
  if (toAgentId) return { to: { toAgentId }, agentId: toAgentId, groupName: null };
  const { key, name } = await findGroup(context, toGroupId ?? '');
  return { to: { toGroup: key }, agentId: null, groupName: name };
}

/** What a history says of a step that was given away. */
export const handedOver = (
  fromAgentId: string | null,
  { agentId, groupName }: Pick<Receiver, 'agentId' | 'groupName'>,
): FieldChange[] => [
  { field: 'handler', from: fromAgentId, to: agentId },
  ...(groupName === null ? [] : [{ field: 'group', from: null, to: groupName }]),
];

/**
 * Gives a step to another agent, or to a group whose members may then accept it. For its handler, and for whoever
 * manages the ticket. Throws ConflictError if nobody there can take it, NotFoundError.
 */
export async function reassignStep(context: Context, input: z.input<typeof reassignStepInput>): Promise<string> {
  const { ticketId, stepId, toAgentId, toGroupId, reason } = parseInput(reassignStepInput, input);
  return inTransaction(context, async (context) => {
    const locked = await lockTicket(context, ticketId);
    const token = tokenOf(locked, stepId);
    await requireHandlerOrManager(context, ticketId, token);
    const receiver = await receiverOf(context, toAgentId ?? null, toGroupId ?? null);
    await applyFlowEvent(
      context,
      locked.ticket,
      locked.version,
      { type: 'reassign', tokenId: stepId, ...receiver.to, ...(reason ? { reason } : {}) },
      {
        kind: 'reassigned',
        nodeId: token.nodeId,
        body: reason ?? null,
        changes: handedOver(token.assigneeId, receiver),
      },
    );
    return ticketId;
  });
}
