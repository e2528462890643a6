import type { AssigneeRule } from './assignee-rule.ts';
import type { PeopleNode } from './flow-definition.ts';
import type { Token } from './flow-state.ts';
import { agentRequest, groupRequest, requestOf, type LookupRequest } from './lookup.ts';
import { answerOf, emit, explain, type Run } from './run.ts';

/** Gives a step to whom its node's rule finds; else to the fallback group; else tells that nobody has it. */
export function assignStep(run: Run, token: Token, node: PeopleNode): void {
  const request = requestOf(node.assignee, run.people);
  const found = answerOf(run, request);
  if (found.length === 0) return offerToFallback(run, token);
  noteStandIns(run, token, request);
  if (node.kind === 'approve') return askForApproval(run, token, node, approversOf(node.assignee, found));
  if (isOffered(node.assignee, found)) return offer(run, token, groupOf(node.assignee), found);
  assign(run, token, found[0] ?? null, 'assigned');
}

/** Keeps with the step for whom those whom a question found stand in. */
function noteStandIns(run: Run, token: Token, request: LookupRequest | null): void {
  const standIns = request ? run.event.standIns?.[request.key] : undefined;
  if (standIns) token.standIns = { ...standIns };
  else delete token.standIns;
}

/** Gives a returned step to whom it was before, if he is still there. */
export function assignAgain(run: Run, token: Token, agentId: string | null, node: PeopleNode | null): void {
  // Whoever stands in for somebody who is away answers for him.
  const request = agentId === null ? null : agentRequest(agentId);
  const [present] = answerOf(run, request);
  if (node?.kind === 'approve') return assignStep(run, token, node);
  if (present) {
    noteStandIns(run, token, request);
    return assign(run, token, present, 'returned');
  }
  if (node) return assignStep(run, token, node);
  offerToFallback(run, token);
}

export function assign(run: Run, token: Token, agentId: string | null, purpose: 'assigned' | 'returned'): void {
  if (agentId === null) return offerToFallback(run, token);
  token.assigneeId = agentId;
  token.candidateGroup = null;
  token.candidateIds = [];
  const step = { tokenId: token.id, nodeId: token.nodeId };
  emit(run, { type: 'assign', ...step, agentId });
  if (agentId !== run.event.actorId) {
    emit(run, { type: 'notify', ...step, purpose, agentIds: [agentId], message: null });
    return;
  }
  if (!token.isReturned) acceptStep(run, token);
}

/** A step that nobody else can have is never a dead end: the fallback group may take it, or an admin is told. */
export function offerToFallback(run: Run, token: Token): void {
  const group = run.flow.fallbackGroup;
  token.isFallback = true;
  delete token.standIns;
  token.assigneeId = null;
  token.acceptedAt = null;
  explain(run, token.nodeId, null, 'fallback_group');
  const members = answerOf(run, groupRequest(group));
  offer(run, token, group, members);
  if (members.length === 0) emit(run, { type: 'unassigned', tokenId: token.id, nodeId: token.nodeId, group });
}

/** Marks a step as accepted by its assignee, which may be the first response of the ticket. */
export function acceptStep(run: Run, token: Token): void {
  token.acceptedAt = run.event.at;
  token.isReturned = false;
  respond(run, token);
}

export function respond(run: Run, token: Token): void {
  if (run.state.firstResponseAt !== null) return;
  const committing = run.flow.nodes.filter(
    (node) => 'commitsFirstResponse' in node && node.commitsFirstResponse === true,
  );
  if (committing.length > 0 && !committing.some((node) => node.id === token.nodeId)) return;
  run.state.firstResponseAt = run.event.at;
  emit(run, { type: 'first_response', tokenId: token.id, nodeId: token.nodeId, agentId: run.event.actorId });
}

/** Tells the approvers whose decision is due now. */
export function askForApproval(run: Run, token: Token, node: PeopleNode, approvers: string[]): void {
  token.candidateIds = approvers;
  const isInTurn = node.kind === 'approve' && node.mode.kind === 'one_after_another';
  const open = approvers.filter((agentId) => !token.votes.some((vote) => vote.agentId === agentId));
  const due = isInTurn ? open.slice(0, 1) : open;
  token.assigneeId = due.length === 1 ? (due[0] ?? null) : null;
  const step = { tokenId: token.id, nodeId: token.nodeId };
  for (const agentId of due) emit(run, { type: 'assign', ...step, agentId });
  emit(run, { type: 'notify', ...step, purpose: 'assigned', agentIds: due, message: null });
}

/** Lets several people take a step: the first one to accept has it. */
export function offer(run: Run, token: Token, group: string | null, agentIds: string[]): void {
  token.candidateGroup = group;
  token.candidateIds = agentIds;
  const step = { tokenId: token.id, nodeId: token.nodeId };
  emit(run, { type: 'offer', ...step, group, agentIds });
  emit(run, { type: 'notify', ...step, purpose: 'offered', agentIds, message: null });
}

function approversOf(rule: AssigneeRule, found: string[]): string[] {
  return rule.kind === 'group' && rule.strategy !== 'claim' ? found.slice(0, 1) : found;
}

function isOffered(rule: AssigneeRule, found: readonly string[]): boolean {
  return rule.kind === 'group' ? rule.strategy === 'claim' : rule.kind === 'role' && found.length > 1;
}

function groupOf(rule: AssigneeRule): string | null {
  return rule.kind === 'group' ? rule.group : null;
}
