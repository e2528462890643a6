import { findGroup } from '../../identity/service-group/group-ids.ts';
import { isFinished, isOfferedTo, type Token } from '../../flow/flow-state.ts';
import { nodeOf } from '../../flow/flow-graph.ts';
import type { RowResult } from '../../job/row-operations.ts';
import type { Context } from '../../platform/context.ts';
import { runMacro } from '../../automation/macro/run-macro.ts';
import { changeTicketTags } from '../../tag/change-ticket-tags.ts';
import { acceptStep } from '../step/accept-step.ts';
import { cancelTicket } from '../cancel-ticket.ts';
import { changeUrgency } from '../change-urgency.ts';
import { commentTicket } from '../comment-ticket.ts';
import { lockTicket, type LockedTicket } from '../lock-ticket.ts';
import { handedOver, reassignStep } from '../step/reassign-step.ts';
import { submitStep } from '../step/submit-step.ts';
import { resumeStep, suspendStep } from '../step/suspend-step.ts';
import { nothingToDo } from './nothing-to-do.ts';
import type { TicketChange, TicketChangeKind, TicketUndo } from './ticket-change.ts';

interface Row {
  context: Context;
  ticketId: string;
  change: TicketChange;
  locked: LockedTicket;
}

const isWithPeople = (token: Token): boolean =>
  token.assigneeId !== null || token.candidateGroup !== null || token.candidateIds.length > 0;

const openStep = ({ locked }: Row): Token | undefined =>
  locked.state.tokens.find((token) => isWithPeople(token) && token.suspendedAt === null);

const ownStep = ({ locked, context }: Row, isAccepted: boolean): Token | undefined => {
  const { agentId } = context.actor;
  const isOwn = (token: Token): boolean =>
    token.assigneeId === agentId ||
    (!isAccepted && token.assigneeId === null && agentId !== null && token.candidateIds.includes(agentId));
  return locked.state.tokens.find((token) => isOwn(token) && (token.acceptedAt !== null) === isAccepted);
};

const withUndo = (undo: TicketUndo, changes: RowResult['changes'] = []): RowResult => ({ undo, changes });

async function approversNow({ context, ticketId }: Row, stepId: string): Promise<string[]> {
  const { state } = await lockTicket(context, ticketId);
  return state.tokens.find(({ id }) => id === stepId)?.candidateIds ?? [];
}

async function reassign(row: Row): Promise<RowResult> {
  const { context, ticketId, change } = row;
  const token = openStep(row);
  if (!token) return nothingToDo('no_step');
  const { toAgentId = null, toGroupId = null, reason } = change;
  const group = toGroupId ? await findGroup(context, toGroupId) : null;
  const isThere = group ? isOfferedTo(token, group.key) : token.assigneeId === toAgentId;
  if (isThere) return nothingToDo('already_so');
  const { assigneeId, acceptedAt, candidateGroup, candidateIds, isFallback, countersigners } = token;
  await reassignStep(context, { ticketId, stepId: token.id, toAgentId, toGroupId, reason });
  const people = { assigneeId, acceptedAt, candidateGroup, candidateIds: [...candidateIds], isFallback };
  const isApproval = nodeOf(row.locked.version.definition.flow, token.nodeId)?.kind === 'approve';
  return withUndo(
    {
      kind: 'reassign',
      stepId: token.id,
      toAgentId,
      toGroup: group?.key ?? null,
      people: { ...people, ...(countersigners && { countersigners: [...countersigners] }) },
      approverIds: isApproval ? await approversNow(row, token.id) : null,
    },
    handedOver(assigneeId, { agentId: toAgentId, groupName: group?.name ?? null }),
  );
}

async function setUrgency({ context, ticketId, change, locked }: Row): Promise<RowResult> {
  const from = locked.state.urgency;
  if (!change.urgency || from === change.urgency) return nothingToDo('already_so');
  await changeUrgency(context, { ticketId, urgency: change.urgency, reason: change.reason });
  const to = change.urgency;
  return withUndo({ kind: 'change_urgency', from, to }, [{ field: 'urgency', from, to }]);
}

async function suspend(row: Row): Promise<RowResult> {
  const { context, ticketId, change, locked } = row;
  const token = openStep(row);
  if (!token) return nothingToDo(locked.state.status === 'suspended' ? 'already_so' : 'no_step');
  const node = nodeOf(locked.version.definition.flow, token.nodeId);
  if (!node || !('allowSuspend' in node) || !node.allowSuspend) return nothingToDo('may_not_suspend');
  await suspendStep(context, { ticketId, stepId: token.id, reason: change.reason ?? '' });
  return withUndo({ kind: 'suspend', stepId: token.id });
}

async function resume({ context, ticketId, locked }: Row): Promise<RowResult> {
  const token = locked.state.tokens.find(({ suspendedAt }) => suspendedAt !== null);
  if (!token) return nothingToDo('not_suspended');
  await resumeStep(context, { ticketId, stepId: token.id });
  return withUndo({ kind: 'resume', stepId: token.id });
}

async function submit(row: Row): Promise<RowResult> {
  const token = ownStep(row, true);
  if (!token) return nothingToDo('not_yours');
  await submitStep(row.context, { ticketId: row.ticketId, stepId: token.id, answers: {}, comment: row.change.reason });
  return {};
}

async function accept(row: Row): Promise<RowResult> {
  const token = ownStep(row, false);
  if (!token) return nothingToDo('not_yours');
  await acceptStep(row.context, { ticketId: row.ticketId, stepId: token.id });
  return {};
}

async function changeTags({ context, ticketId, change }: Row): Promise<RowResult> {
  const isAdding = change.kind === 'add_tags';
  const asked = { ticketId, [isAdding ? 'add' : 'remove']: change.tagIds ?? [] };
  const { added, removed, changes } = await changeTicketTags(context, asked);
  if (changes.length === 0) return nothingToDo('already_so');
  return withUndo({ kind: 'tags', add: removed, remove: added }, changes);
}

const acts: Record<TicketChangeKind, (row: Row) => Promise<RowResult>> = {
  accept,
  reassign,
  change_urgency: setUrgency,
  suspend,
  resume,
  submit,
  add_tags: changeTags,
  remove_tags: changeTags,
  run_macro: async ({ context, ticketId, change }) => {
    await runMacro(context, { macroId: change.macroId ?? '', ticketId });
    return {};
  },
  comment: async ({ context, ticketId, change }) => {
    await commentTicket(context, { ticketId, body: change.body ?? '' });
    return {};
  },
  cancel: async ({ context, ticketId, change }) => {
    await cancelTicket(context, { ticketId, reason: change.reason ?? '' });
    return {};
  },
};

/**
 * Does one change to one ticket of many, by the use-case of the act itself: what may be done, and what follows from it,
 * is what it would be by hand. Throws what that throws.
 */
export async function changeTicket(context: Context, change: TicketChange, ticketId: string): Promise<RowResult> {
  const locked = await lockTicket(context, ticketId);
  const suitsFinished = change.kind === 'comment' || change.kind === 'add_tags' || change.kind === 'remove_tags';
  if (isFinished(locked.state) && !suitsFinished) return nothingToDo('finished');
  // An empty reason is none.
  const said = { ...change, reason: change.reason || null };
  return acts[change.kind]({ context, ticketId, change: said, locked });
}
