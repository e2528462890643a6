import type { Values } from '../condition/condition.ts';
import type { AssigneeRule } from './assignee-rule.ts';
import type { PeopleNode } from './flow-definition.ts';
import type { FlowEvent } from './flow-event.ts';
import { edgesFrom, isPeopleNode, nodeOf, type FlowVersion } from './flow-graph.ts';
import type { FlowState, Token } from './flow-state.ts';

type Asked =
  | { kind: 'account'; account: string }
  | { kind: 'agent'; agentId: string }
  | { kind: 'role'; role: string }
  | { kind: 'group'; group: string; strategy: 'claim' | 'round_robin' | 'least_busy' }
  | { kind: 'department_head'; agentId: string }
  | { kind: 'reporting_manager'; agentId: string };

/**
 * A question about people that has to be answered before an event: the ids of active agents, best first (for
 * `round_robin` and `least_busy`: whose turn it is comes first). `agent` answers with the agent himself if he is active.
 */
export type LookupRequest = Asked & { key: string };

/** What an assignee rule may depend on besides the organisation. */
export interface People {
  creatorId: string | null;
  handlerId: string | null;
  handlers: Readonly<Record<string, string>>;
  answers: Values;
}

/** The people as they are once the event has happened. */
export function peopleAfter(state: FlowState, event: FlowEvent): People {
  const handlerId = event.actorId ?? state.lastHandlerId;
  const answers = 'answers' in event && event.answers ? event.answers : state.answers;
  if (event.type === 'create') return { creatorId: event.creatorId ?? event.actorId, handlerId, handlers: {}, answers };
  const token = 'tokenId' in event ? state.tokens.find(({ id }) => id === event.tokenId) : undefined;
  const isFinishing = event.type === 'submit' || event.type === 'decide';
  const own = isFinishing && token && event.actorId ? { [token.nodeId]: event.actorId } : {};
  return { creatorId: state.creatorId, handlerId, handlers: { ...state.handlers, ...own }, answers };
}

/** The question behind an assignee rule; null when it speaks of nobody (no creator, an empty field). */
export function requestOf(rule: AssigneeRule, people: People): LookupRequest | null {
  switch (rule.kind) {
    case 'person':
      return ask({ kind: 'account', account: rule.account });
    case 'role':
      return ask({ kind: 'role', role: rule.role });
    case 'group':
      return ask({ kind: 'group', group: rule.group, strategy: rule.strategy });
    case 'creator':
      return askAbout('agent', people.creatorId);
    case 'handler_of':
      return askAbout('agent', people.handlers[rule.node]);
    case 'form_field':
      return askAbout('agent', people.answers[rule.field]);
    case 'department_head':
    case 'reporting_manager':
      return askAbout(rule.kind, rule.of === 'creator' ? people.creatorId : people.handlerId);
  }
}

export function agentRequest(agentId: string): LookupRequest {
  return ask({ kind: 'agent', agentId });
}

export function groupRequest(group: string): LookupRequest {
  return ask({ kind: 'group', group, strategy: 'claim' });
}

export function roleRequest(role: string): LookupRequest {
  return ask({ kind: 'role', role });
}

/** Every question that `advance` may need answered for this event; the answers go into `event.lookups` by key. */
export function lookupsFor(version: FlowVersion, state: FlowState, event: FlowEvent): LookupRequest[] {
  const people = peopleAfter(state, event);
  const token = 'tokenId' in event ? state.tokens.find(({ id }) => id === event.tokenId) : undefined;
  const start = version.flow.nodes.find((node) => node.kind === 'start');
  const found = [groupRequest(version.flow.fallbackGroup), ...requestsOfToken(version, token, people)];
  if (event.type === 'create' && start) found.push(...requestsAhead(version, start.id, people));
  if (event.type === 'countersign' || (event.type === 'reassign' && 'toAgentId' in event))
    found.push(agentRequest(event.toAgentId));
  if (event.type === 'reassign' && 'toGroup' in event) found.push(groupRequest(event.toGroup));
  if (event.type === 'return_step' && event.assigneeId !== null) found.push(agentRequest(event.assigneeId));
  if (token && movesToken(event))
    found.push(...requestsAhead(version, token.nodeId, people), ...requestsBehind(version, token, people));
  return [...new Map(found.map((request) => [request.key, request])).values()];
}

function movesToken({ type }: FlowEvent): boolean {
  return (
    type === 'submit' ||
    type === 'decide' ||
    type === 'roll_back' ||
    type === 'timer_fired' ||
    type === 'automatic_finished'
  );
}

/** Who may act at the token now, and who leads those who should. */
function requestsOfToken(version: FlowVersion, token: Token | undefined, people: People): LookupRequest[] {
  if (!token) return [];
  const waitingOn = token.assigneeId ?? token.candidateIds[0] ?? null;
  return [
    ...requestsAt(version, token.nodeId, people),
    ...present([askAbout('reporting_manager', waitingOn)]),
    ...(token.candidateGroup ? [groupRequest(token.candidateGroup)] : []),
  ];
}

/** Questions of all nodes that can be reached before the next person acts. */
function requestsAhead({ flow, form }: FlowVersion, from: string, people: People): LookupRequest[] {
  const seen = new Set<string>();
  const open = edgesFrom(flow, from).map((edge) => edge.to);
  const found: LookupRequest[] = [];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (seen.has(id)) continue;
    seen.add(id);
    found.push(...requestsAt({ flow, form }, id, people));
    if (!isPeopleNode(nodeOf(flow, id))) open.push(...edgesFrom(flow, id).map((edge) => edge.to));
  }
  return found;
}

/** Questions of the places to which the token can be rolled back. */
function requestsBehind(version: FlowVersion, token: Token, people: People): LookupRequest[] {
  return token.path.flatMap((visit) => [
    ...present([askAbout('agent', visit.agentId)]),
    ...requestsAt(version, visit.nodeId, people),
  ]);
}

function requestsAt({ flow }: FlowVersion, nodeId: string, people: People): LookupRequest[] {
  const node = nodeOf(flow, nodeId);
  if (!node) return [];
  if ('assignee' in node) return [...present([requestOf(node.assignee, people)]), ...requestsOfWeights(node)];
  return 'to' in node ? present(node.to.map((rule) => requestOf(rule, people))) : [];
}

function requestsOfWeights(node: PeopleNode): LookupRequest[] {
  if (node.kind !== 'approve' || node.mode.kind !== 'by_weight') return [];
  return node.mode.weights.map(({ role }) => roleRequest(role));
}

export function askAbout(
  kind: 'agent' | 'department_head' | 'reporting_manager',
  agentId: unknown,
): LookupRequest | null {
  return typeof agentId === 'string' && agentId !== '' ? ask({ kind, agentId }) : null;
}

function ask(asked: Asked): LookupRequest {
  return { ...asked, key: Object.values(asked).join(':') };
}

function present(requests: readonly (LookupRequest | null)[]): LookupRequest[] {
  return requests.filter((request) => request !== null);
}
