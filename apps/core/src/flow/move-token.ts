import { evaluateCondition } from '../condition/evaluate-condition.ts';
import type { Answers, AnswerValue } from '../form/answers.ts';
import { assignAgain, assignStep } from './assign-step.ts';
import type { FlowEdge, FlowNode, NodeOf } from './flow-definition.ts';
import { edgesFrom, isPeopleNode } from './flow-graph.ts';
import type { SplitFrame, Token, Visit } from './flow-state.ts';
import { requestOf } from './lookup.ts';
import { Refused } from './refusal.ts';
import { answerOf, emit, explain, finishStep, nextNumber, requireNode, type Run } from './run.ts';

/** What a token carries from node to node. */
export interface Baggage {
  splits: SplitFrame[];
  path: Visit[];
}

/** Goes on from a node that is done: along the edge of this outcome if there is one, else along the usual one. */
export function leaveNode(run: Run, nodeId: string, baggage: Baggage, outcome?: FlowEdge['outcome']): void {
  const edges = edgesFrom(run.flow, nodeId);
  const special = outcome && edges.find((edge) => edge.outcome === outcome);
  const edge = special ?? edges.find((candidate) => !candidate.outcome);
  if (!edge) throw new Refused('broken_flow', { detail: nodeId });
  explain(run, nodeId, edge.id, special ? 'outcome' : 'only_way');
  enterNode(run, edge.to, baggage);
}

export function enterNode(run: Run, nodeId: string, baggage: Baggage): void {
  run.entriesLeft -= 1;
  if (run.entriesLeft < 0) throw new Refused('broken_flow', { detail: nodeId });
  const node = requireNode(run, nodeId);
  switch (node.kind) {
    case 'start':
      return leaveNode(run, nodeId, baggage);
    case 'handle':
    case 'approve':
      return assignStep(run, placeToken(run, node, baggage), node);
    case 'cc':
    case 'notify':
      tellPeople(run, node);
      return leaveNode(run, nodeId, baggage);
    case 'wait':
      return enterWait(run, node, baggage);
    case 'branch':
      return enterNode(run, branchEdge(run, nodeId).to, baggage);
    case 'parallel_split':
      return enterSplit(run, nodeId, baggage);
    case 'parallel_join':
      return enterJoin(run, nodeId, baggage);
    case 'webhook':
      return callOut(run, node, placeToken(run, node, baggage));
    case 'sub_ticket':
      return enterSubTicket(run, node, baggage);
    case 'end':
      return finishTicket(run, node.outcome, nodeId);
  }
}

/** Puts a token back to a node that a person finished before. */
export function returnTo(run: Run, visit: Visit, path: Visit[]): void {
  const node = requireNode(run, visit.nodeId);
  const token = placeToken(run, node, { splits: visit.splits, path });
  token.isReturned = true;
  explain(run, visit.nodeId, null, 'rolled_back');
  assignAgain(run, token, visit.agentId, isPeopleNode(node) ? node : null);
}

/** Ends the ticket; whatever else was still open is withdrawn. */
export function finishTicket(run: Run, outcome: 'completed' | 'cancelled', nodeId: string | null): void {
  for (const token of run.state.tokens) finishStep(run, token, 'withdrawn');
  run.state.joins = {};
  run.state.status = outcome;
  if (nodeId) explain(run, nodeId, null, 'ended');
  emit(run, { type: 'ticket_finished', outcome, nodeId });
}

function placeToken(run: Run, node: FlowNode, { splits, path }: Baggage): Token {
  const token: Token = {
    id: `t${nextNumber(run)}`,
    nodeId: node.id,
    since: run.event.at,
    assigneeId: null,
    acceptedAt: null,
    candidateGroup: null,
    candidateIds: [],
    votes: [],
    isFallback: false,
    isReturned: false,
    suspendedAt: null,
    splits,
    path,
  };
  run.state.tokens.push(token);
  const step = { tokenId: token.id, nodeId: node.id };
  emit(run, { type: 'step_started', ...step });
  if ('timeLimit' in node && node.timeLimit) {
    const { seconds, clock } = node.timeLimit;
    emit(run, {
      type: 'start_timer',
      ...step,
      timerId: `${token.id}:time_limit`,
      purpose: 'time_limit',
      seconds,
      clock,
    });
  }
  return token;
}

function tellPeople(run: Run, node: NodeOf<'cc'> | NodeOf<'notify'>): void {
  const agentIds = [...new Set(node.to.flatMap((rule) => answerOf(run, requestOf(rule, run.people))))];
  if (agentIds.length === 0) return;
  const message = node.kind === 'notify' ? node.message : null;
  const purpose = node.kind === 'notify' ? 'message' : 'copied';
  emit(run, { type: 'notify', tokenId: `n${nextNumber(run)}`, nodeId: node.id, purpose, agentIds, message });
}

function enterWait(run: Run, node: NodeOf<'wait'>, baggage: Baggage): void {
  const { waitFor } = node;
  const until = waitFor.kind === 'until_field' ? run.state.answers[waitFor.field] : undefined;
  if (waitFor.kind === 'until_field' && (typeof until !== 'string' || Date.parse(until) <= Date.parse(run.event.at))) {
    return leaveNode(run, node.id, baggage);
  }
  const token = placeToken(run, node, baggage);
  const timer = { tokenId: token.id, nodeId: node.id, timerId: `${token.id}:wait`, purpose: 'wait' as const };
  if (waitFor.kind === 'duration') {
    emit(run, { type: 'start_timer', ...timer, seconds: waitFor.seconds, clock: waitFor.clock });
  } else {
    emit(run, { type: 'start_timer_until', ...timer, until: String(until) });
  }
}

function branchEdge(run: Run, nodeId: string): FlowEdge {
  const values = { ...run.state.answers, 'ticket.urgency': run.state.urgency };
  const edges = edgesFrom(run.flow, nodeId);
  for (const edge of edges) {
    if (!edge.when || edge.isDefault) continue;
    const verdict = evaluateCondition(edge.when, values, run.kinds);
    if (!verdict.holds) continue;
    explain(run, nodeId, edge.id, 'condition_held', verdict.because);
    return edge;
  }
  const otherwise = edges.find((edge) => edge.isDefault);
  if (!otherwise) throw new Refused('broken_flow', { detail: nodeId });
  const because = edges.flatMap((edge) => (edge.when ? evaluateCondition(edge.when, values, run.kinds).because : []));
  explain(run, nodeId, otherwise.id, 'default_taken', because);
  return otherwise;
}

function enterSplit(run: Run, nodeId: string, { splits, path }: Baggage): void {
  const instance = nextNumber(run);
  for (const edge of edgesFrom(run.flow, nodeId)) {
    explain(run, nodeId, edge.id, 'split');
    enterNode(run, edge.to, { splits: [...splits, { splitId: nodeId, instance, edgeId: edge.id }], path });
    if (run.state.status === 'cancelled' || run.state.status === 'completed') return;
  }
}

/** Waits for every branch of this passage. Steps inside the split are no places to roll back to once it is behind. */
function enterJoin(run: Run, nodeId: string, { splits, path }: Baggage): void {
  const frame = splits.at(-1);
  if (!frame) throw new Refused('broken_flow', { detail: nodeId });
  const arrived = [...(run.state.joins[frame.instance] ?? []), frame.edgeId];
  if (arrived.length < edgesFrom(run.flow, frame.splitId).length) {
    run.state.joins[frame.instance] = arrived;
    return explain(run, nodeId, null, 'join_waits');
  }
  Reflect.deleteProperty(run.state.joins, frame.instance);
  explain(run, nodeId, null, 'join_complete');
  const outside = path.filter((visit) => !visit.splits.some(({ instance }) => instance === frame.instance));
  leaveNode(run, nodeId, { splits: splits.slice(0, -1), path: outside });
}

function callOut(run: Run, node: NodeOf<'webhook'>, token: Token): void {
  const answers: Answers = Object.fromEntries(node.fields.map((key) => [key, run.state.answers[key] ?? null]));
  emit(run, { type: 'call_webhook', tokenId: token.id, nodeId: node.id, url: node.url, answers });
}

function enterSubTicket(run: Run, node: NodeOf<'sub_ticket'>, baggage: Baggage): void {
  const { ticketType, waitForEnd } = node;
  const copied: [string, AnswerValue][] = Object.entries(node.copyFields).map(([child, parent]) => [
    child,
    run.state.answers[parent] ?? null,
  ]);
  const tokenId = waitForEnd ? placeToken(run, node, baggage).id : `n${nextNumber(run)}`;
  emit(run, {
    type: 'create_sub_ticket',
    tokenId,
    nodeId: node.id,
    ticketType,
    answers: Object.fromEntries(copied),
    waitForEnd,
  });
  if (!waitForEnd) leaveNode(run, node.id, baggage);
}
