import { replaceApprover, requireApprover } from './approve-step.ts';
import { acceptStep, assign, offer, offerToFallback } from './assign-step.ts';
import type { EventOf } from './flow-event.ts';
import { isPeopleNode } from './flow-graph.ts';
import type { Token } from './flow-state.ts';
import { afterVisit, passStep, reject, requireOpenToken } from './leave-step.ts';
import { agentRequest, askAbout, groupRequest } from './lookup.ts';
import { leaveNode } from './move-token.ts';
import { Refused } from './refusal.ts';
import { rollBackToken } from './roll-back.ts';
import { answerOf, emit, finishStep, requireNode, requireToken, timersOf, type Run } from './run.ts';

/** Takes a step on: the first candidate to come has it, an assignee confirms it. */
export function acceptOrClaim(run: Run, event: EventOf<'claim'> | EventOf<'accept'>): void {
  const token = requireOpenToken(run, event.tokenId);
  const node = requireNode(run, token.nodeId);
  if (node.kind !== 'handle' && node.kind !== 'start') throw new Refused('wrong_step');
  if (token.assigneeId !== null && token.assigneeId !== event.actorId) {
    throw new Refused('already_claimed', { agentId: token.assigneeId });
  }
  if (token.acceptedAt !== null) throw new Refused('already_accepted', { agentId: token.assigneeId });
  if (token.assigneeId === null) claim(run, token, event.actorId);
  acceptStep(run, token);
}

export function submit(run: Run, event: EventOf<'submit'>): void {
  const token = requireOpenToken(run, event.tokenId);
  const node = requireNode(run, token.nodeId);
  if (node.kind !== 'handle' && node.kind !== 'start') throw new Refused('wrong_step');
  requireOwner(run, token);
  if (node.kind === 'handle' && token.acceptedAt === null) throw new Refused('not_accepted');
  run.state.answers = event.answers;
  passStep(run, token, 'submitted');
}

export function rollBack(run: Run, event: EventOf<'roll_back'>): void {
  const token = requireOpenToken(run, event.tokenId);
  const node = requireNode(run, token.nodeId);
  if (!isPeopleNode(node)) throw new Refused('wrong_step');
  if (node.kind === 'approve') requireApprover(run, token, node);
  else requireOwner(run, token);
  if (node.kind === 'handle' && token.acceptedAt === null) throw new Refused('not_accepted');
  rollBackToken(run, token, event.toNodeId, 'rolled_back');
}

export function reassign(run: Run, event: EventOf<'reassign'>): void {
  const token = requireToken(run, event.tokenId);
  const node = requireNode(run, token.nodeId);
  if (!isPeopleNode(node) && node.kind !== 'start') throw new Refused('wrong_step');
  // What goes back to its beginning is somebody's to fill in again, not a group's to claim.
  if (node.kind === 'start' && 'toGroup' in event) throw new Refused('wrong_step');
  const people = givenTo(run, event);
  if (isPeopleNode(node) && node.kind === 'approve')
    return replaceApprover(run, token, node, people, event.fromAgentId);
  token.acceptedAt = null;
  delete token.standIns;
  if ('toAgentId' in event) return assign(run, token, event.toAgentId, 'assigned');
  token.isFallback = false;
  token.assigneeId = null;
  offer(run, token, event.toGroup, people);
}

/** Who may have what is given to a person or a group; somebody has to be there. */
function givenTo(run: Run, event: EventOf<'reassign'>): string[] {
  if ('toGroup' in event) {
    const members = answerOf(run, groupRequest(event.toGroup));
    if (members.length === 0) throw new Refused('group_is_empty', { detail: event.toGroup });
    return members;
  }
  const { toAgentId } = event;
  if (answerOf(run, agentRequest(toAgentId)).length === 0)
    throw new Refused('agent_not_available', { agentId: toAgentId });
  return [toAgentId];
}

/** Gives a step back to whom it was with before it was reassigned. */
export function returnStep(run: Run, event: EventOf<'return_step'>): void {
  const token = requireToken(run, event.tokenId);
  const { assigneeId, acceptedAt, candidateGroup, candidateIds, isFallback, countersigners } = event;
  if (assigneeId !== null && answerOf(run, agentRequest(assigneeId)).length === 0)
    throw new Refused('agent_not_available', { agentId: assigneeId });
  Object.assign(token, { assigneeId, acceptedAt, candidateGroup, candidateIds: [...candidateIds], isFallback });
  if (countersigners) token.countersigners = [...countersigners];
  const step = { tokenId: token.id, nodeId: token.nodeId };
  if (assigneeId === null)
    return emit(run, { type: 'offer', ...step, group: candidateGroup, agentIds: [...candidateIds] });
  emit(run, { type: 'assign', ...step, agentId: assigneeId });
  emit(run, { type: 'notify', ...step, purpose: 'assigned', agentIds: [assigneeId], message: null });
}

export function suspend(run: Run, event: EventOf<'suspend'>): void {
  const token = requireOpenToken(run, event.tokenId);
  const node = requireNode(run, token.nodeId);
  if (!isPeopleNode(node) || node.allowSuspend !== true) throw new Refused('may_not_suspend');
  token.suspendedAt = event.at;
  for (const timerId of timersOf(run, token))
    emit(run, { type: 'pause_timer', tokenId: token.id, nodeId: token.nodeId, timerId });
}

export function resume(run: Run, event: EventOf<'resume'>): void {
  const token = requireToken(run, event.tokenId);
  if (token.suspendedAt === null) throw new Refused('not_suspended');
  token.suspendedAt = null;
  for (const timerId of timersOf(run, token))
    emit(run, { type: 'resume_timer', tokenId: token.id, nodeId: token.nodeId, timerId });
}

export function timerFired(run: Run, event: EventOf<'timer_fired'>): void {
  const token = requireOpenToken(run, event.tokenId);
  const node = requireNode(run, token.nodeId);
  if (event.purpose === 'wait') {
    if (node.kind !== 'wait') throw new Refused('wrong_step');
    finishStep(run, token, 'finished');
    return leaveNode(run, node.id, token);
  }
  if (!isPeopleNode(node) || !node.timeLimit) throw new Refused('wrong_step');
  switch (node.timeLimit.then) {
    case 'notify_manager':
      return tellManager(run, token);
    case 'offer_to_fallback':
      return offerToFallback(run, token);
    case 'approve':
      return passStep(run, token, 'approved');
    case 'reject':
      return node.kind === 'approve' ? reject(run, token, node) : undefined;
    case 'proceed':
      finishStep(run, token, 'timed_out');
      return leaveNode(run, node.id, afterVisit(token, token.assigneeId), 'timed_out');
  }
}

export function automaticFinished(run: Run, event: EventOf<'automatic_finished'>): void {
  const token = requireToken(run, event.tokenId);
  const node = requireNode(run, token.nodeId);
  if (node.kind !== 'webhook' && node.kind !== 'sub_ticket') throw new Refused('wrong_step');
  if (event.answers) run.state.answers = event.answers;
  finishStep(run, token, event.succeeded ? 'finished' : 'failed');
  leaveNode(run, node.id, token, event.succeeded ? undefined : 'failed');
}

function requireOwner(run: Run, token: Token): void {
  if (token.assigneeId === null) throw new Refused('not_accepted');
  if (token.assigneeId !== run.event.actorId) throw new Refused('not_yours', { agentId: token.assigneeId });
}

/** Members who joined the group after the step was offered may claim it too. */
function claim(run: Run, token: Token, actorId: string | null): void {
  const latecomers = token.candidateGroup ? answerOf(run, groupRequest(token.candidateGroup)) : [];
  if (actorId === null || ![...token.candidateIds, ...latecomers].includes(actorId))
    throw new Refused('not_a_candidate');
  token.assigneeId = actorId;
  emit(run, { type: 'assign', tokenId: token.id, nodeId: token.nodeId, agentId: actorId });
}

function tellManager(run: Run, token: Token): void {
  const lead = answerOf(run, askAbout('reporting_manager', token.assigneeId ?? token.candidateIds[0] ?? null));
  const agentIds = lead.length > 0 ? lead : answerOf(run, groupRequest(run.flow.fallbackGroup));
  emit(run, {
    type: 'notify',
    tokenId: token.id,
    nodeId: token.nodeId,
    purpose: 'time_limit',
    agentIds,
    message: null,
  });
}
