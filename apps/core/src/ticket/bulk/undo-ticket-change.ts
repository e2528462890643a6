import { isOfferedTo, type Token, type Vote } from '../../flow/flow-state.ts';
import type { RowResult } from '../../job/row-operations.ts';
import type { Context } from '../../platform/context.ts';
import { changeTicketTags } from '../../tag/change-ticket-tags.ts';
import { applyFlowEvent } from '../apply-flow-event.ts';
import { changeUrgency } from '../change-urgency.ts';
import { lockTicket, requireHandlerOrManager, type LockedTicket } from '../lock-ticket.ts';
import { resumeStep, suspendStep } from '../step/suspend-step.ts';
import { nothingToDo } from './nothing-to-do.ts';
import type { TicketUndo } from './ticket-change.ts';

type UndoOf<Kind extends TicketUndo['kind']> = Extract<TicketUndo, { kind: Kind }>;

const tookBack = { en: 'Bulk change taken back', zh: '撤销批量操作' };

function isWithThem(token: Token, { toAgentId, toGroup, approverIds, people }: UndoOf<'reassign'>): boolean {
  if (approverIds) {
    // Who voted meanwhile has to be among those who are asked again.
    const isAsked = ({ agentId }: Vote) => people.candidateIds.includes(agentId);
    return approverIds.join() === token.candidateIds.join() && token.votes.every(isAsked);
  }
  if (toGroup !== null) return isOfferedTo(token, toGroup);
  return toAgentId !== null && (token.assigneeId === toAgentId || token.candidateIds.includes(toAgentId));
}

async function giveBack(context: Context, locked: LockedTicket, undo: UndoOf<'reassign'>): Promise<RowResult> {
  const { ticket, version, state } = locked;
  const token = state.tokens.find(({ id }) => id === undo.stepId);
  if (!token || !isWithThem(token, undo)) return nothingToDo('changed_since');
  await requireHandlerOrManager(context, ticket.id, token);
  const changes = [{ field: 'handler', from: token.assigneeId, to: undo.people.assigneeId }];
  await applyFlowEvent(
    context,
    ticket,
    version,
    { type: 'return_step', tokenId: token.id, ...undo.people },
    { kind: 'reassigned', nodeId: token.nodeId, body: tookBack[context.locale], changes },
  );
  return { changes };
}

/** Takes one ticket's change back by the act that makes up for it, unless it was changed again since. */
export async function undoTicketChange(context: Context, undo: TicketUndo, ticketId: string): Promise<RowResult> {
  const locked = await lockTicket(context, ticketId);
  const { state } = locked;
  const reason = tookBack[context.locale];
  switch (undo.kind) {
    case 'reassign':
      return giveBack(context, locked, undo);
    case 'change_urgency': {
      if (state.urgency !== undo.to) return nothingToDo('changed_since');
      await changeUrgency(context, { ticketId, urgency: undo.from, reason });
      return { changes: [{ field: 'urgency', from: undo.to, to: undo.from }] };
    }
    case 'tags': {
      const { changes } = await changeTicketTags(context, { ticketId, add: undo.add, remove: undo.remove });
      return changes.length > 0 ? { changes } : nothingToDo('changed_since');
    }
    case 'suspend':
    case 'resume': {
      const { stepId } = undo;
      const token = state.tokens.find(({ id }) => id === stepId);
      const isSuspended = token !== undefined && token.suspendedAt !== null;
      if (!token || isSuspended !== (undo.kind === 'suspend')) return nothingToDo('changed_since');
      if (isSuspended) await resumeStep(context, { ticketId, stepId });
      else await suspendStep(context, { ticketId, stepId, reason });
      return {};
    }
  }
}
