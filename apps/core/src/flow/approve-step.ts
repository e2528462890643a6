import { askForApproval, respond } from './assign-step.ts';
import type { ApprovalMode, NodeOf } from './flow-definition.ts';
import type { EventOf } from './flow-event.ts';
import type { Token, Vote } from './flow-state.ts';
import { passStep, reject, requireOpenToken } from './leave-step.ts';
import { agentRequest, groupRequest, roleRequest } from './lookup.ts';
import { Refused } from './refusal.ts';
import { answerOf, emit, requireNode, type Run } from './run.ts';

export function decide(run: Run, event: EventOf<'decide'>): void {
  const token = requireOpenToken(run, event.tokenId);
  const node = requireNode(run, token.nodeId);
  if (node.kind !== 'approve') throw new Refused('wrong_step');
  const actorId = requireApprover(run, token, node);
  if (event.answers) run.state.answers = event.answers;
  token.votes.push({ agentId: actorId, decision: event.decision, at: event.at });
  respond(run, token);
  const verdict = verdictOf(run, node, token);
  if (verdict === 'approved') return passStep(run, token, 'approved');
  if (verdict === 'rejected') return reject(run, token, node);
  if (node.mode.kind === 'one_after_another') askForApproval(run, token, node, token.candidateIds);
}

/** An approver asks a colleague to approve too; where one is asked after another, right after himself. */
export function countersign(run: Run, event: EventOf<'countersign'>): void {
  const token = requireOpenToken(run, event.tokenId);
  const node = requireNode(run, token.nodeId);
  if (node.kind !== 'approve' || token.isFallback) throw new Refused('wrong_step');
  const actorId = requireApprover(run, token, node);
  const { toAgentId } = event;
  if (answerOf(run, agentRequest(toAgentId)).length === 0)
    throw new Refused('agent_not_available', { agentId: toAgentId });
  if (token.candidateIds.includes(toAgentId)) throw new Refused('asked_already', { agentId: toAgentId });
  token.countersigners = [...(token.countersigners ?? []), toAgentId];
  token.candidateIds.splice(token.candidateIds.indexOf(actorId) + 1, 0, toAgentId);
  if (node.mode.kind === 'one_after_another') return;
  token.assigneeId = null;
  const step = { tokenId: token.id, nodeId: token.nodeId };
  emit(run, { type: 'assign', ...step, agentId: toAgentId });
  emit(run, { type: 'notify', ...step, purpose: 'assigned', agentIds: [toAgentId], message: null });
}

/** The actor, if his decision is due. */
export function requireApprover(run: Run, token: Token, node: NodeOf<'approve'>): string {
  const { actorId } = run.event;
  const latecomers = token.isFallback ? answerOf(run, groupRequest(run.flow.fallbackGroup)) : [];
  if (actorId === null || ![...token.candidateIds, ...latecomers].includes(actorId))
    throw new Refused('not_a_candidate');
  if (token.votes.some((vote) => vote.agentId === actorId)) throw new Refused('already_decided');
  if (node.mode.kind === 'one_after_another' && !token.isFallback && token.assigneeId !== actorId) {
    throw new Refused('not_your_turn', { agentId: token.assigneeId });
  }
  return actorId;
}

/** Puts a colleague, or the members of a group, in the place of one who was asked. */
export function replaceApprover(
  run: Run,
  token: Token,
  node: NodeOf<'approve'>,
  people: readonly string[],
  replacedId?: string,
): void {
  const open = token.candidateIds.filter((agentId) => !token.votes.some((vote) => vote.agentId === agentId));
  const from = replacedId ?? open[0];
  if (token.isFallback) {
    token.isFallback = false;
    token.candidateGroup = null;
    return askForApproval(run, token, node, [...people]);
  }
  const others = people.filter((id) => !token.candidateIds.includes(id));
  if (others.length === 0) throw new Refused('asked_already', { agentId: people[0] ?? null });
  const replaced = (agentIds: readonly string[]) => agentIds.flatMap((id) => (id === from ? others : [id]));
  if (token.countersigners) token.countersigners = replaced(token.countersigners);
  askForApproval(run, token, node, replaced(token.candidateIds));
}

type Weighted = Extract<ApprovalMode, { kind: 'by_weight' }>;

/** An approver's weight: the largest of the roles that he has, else one. */
function weightOf(run: Run, { weights }: Weighted, agentId: string): number {
  const own = weights.filter(({ role }) => answerOf(run, roleRequest(role)).includes(agentId));
  return Math.max(1, ...own.map(({ weight }) => weight));
}

/** How much each approver counts, and how much has to approve. Nobody can be asked for more than there is. */
function scaleOf(run: Run, { mode }: NodeOf<'approve'>, approvers: readonly string[]) {
  const weight = (agentId: string): number => (mode.kind === 'by_weight' ? weightOf(run, mode, agentId) : 1);
  const total = Math.max(sum(approvers.map(weight)), 1);
  if (mode.kind === 'any') return { weight, total, needed: 1 };
  if (mode.kind === 'n_of_m') return { weight, total, needed: Math.min(mode.n, total) };
  return { weight, total, needed: mode.kind === 'by_weight' ? Math.min(mode.needed, total) : total };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);

/**
 * What the votes add up to so far. Countersigners have to approve beside whatever the mode asks for; one member of the
 * fallback group decides alone.
 */
function verdictOf(run: Run, node: NodeOf<'approve'>, token: Token): 'approved' | 'rejected' | null {
  const cast = (decision: Vote['decision']) =>
    token.votes.filter((vote) => vote.decision === decision).map(({ agentId }) => agentId);
  const [approved, rejected] = [cast('approved'), cast('rejected')];
  if (token.isFallback) return approved.length > 0 ? 'approved' : rejected.length > 0 ? 'rejected' : null;
  const countersigners = token.countersigners ?? [];
  const isAsked = (agentId: string): boolean => !countersigners.includes(agentId);
  const { weight, total, needed } = scaleOf(run, node, token.candidateIds.filter(isAsked));
  const weighed = (agentIds: readonly string[]): number => sum(agentIds.filter(isAsked).map(weight));
  if (rejected.some((agentId) => !isAsked(agentId))) return 'rejected';
  if (total - weighed(rejected) < needed) return 'rejected';
  if (weighed(approved) < needed) return null;
  return countersigners.every((agentId) => approved.includes(agentId)) ? 'approved' : null;
}
