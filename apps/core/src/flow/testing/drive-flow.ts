import { advance } from '../advance.ts';
import type { FlowEvent } from '../flow-event.ts';
import { edgesFrom, nodeOf, type FlowVersion } from '../flow-graph.ts';
import type { FlowState, SplitFrame, Token } from '../flow-state.ts';
import { lookupsFor, type LookupRequest } from '../lookup.ts';

const AT = '2026-05-01T01:00:00.000Z';
const MEMBERS = ['ana', 'bo', 'chen'];

/** Everybody is there: groups and roles have three members, managers exist, agents are active. */
function answer(request: LookupRequest): string[] {
  if (request.kind === 'agent') return [request.agentId];
  return request.kind === 'group' || request.kind === 'role' ? MEMBERS : ['boss'];
}

/** Fills in the lookups that the interpreter itself asked for. */
export function withLookups(version: FlowVersion, state: FlowState, event: FlowEvent, look = answer): FlowEvent {
  const lookups = Object.fromEntries(lookupsFor(version, state, event).map((request) => [request.key, look(request)]));
  return { ...event, lookups };
}

export function createEvent(): FlowEvent {
  return { type: 'create', at: AT, actorId: 'ana', lookups: {}, urgency: 'normal', answers: { x: 0 } };
}

/** The event that takes a token onwards, as the person or machine would send it. */
export function onwards(version: FlowVersion, token: Token, x: number, isApproved = true): FlowEvent {
  const base = { at: AT, lookups: {}, tokenId: token.id };
  const node = nodeOf(version.flow, token.nodeId);
  const actorId =
    token.assigneeId ??
    token.candidateIds.find((id) => !token.votes.some((vote) => vote.agentId === id)) ??
    MEMBERS[0] ??
    null;
  if (token.suspendedAt !== null) return { type: 'resume', ...base, actorId };
  switch (node?.kind) {
    case 'wait':
      return { type: 'timer_fired', ...base, actorId: null, purpose: 'wait' };
    case 'webhook':
    case 'sub_ticket':
      return { type: 'automatic_finished', ...base, actorId: null, succeeded: isApproved };
    case 'approve':
      return { type: 'decide', ...base, actorId, decision: isApproved ? 'approved' : 'rejected' };
    case 'handle':
      if (token.acceptedAt === null) return { type: 'accept', ...base, actorId };
      return { type: 'submit', ...base, actorId, answers: { x } };
    default:
      return { type: 'submit', ...base, actorId, answers: { x } };
  }
}

/** Advances and expects that it may. */
export function mustAdvance(version: FlowVersion, state: FlowState, event: FlowEvent): FlowState {
  const advanced = advance(version, state, event);
  if (!advanced.ok) throw new Error(`${event.type} refused: ${advanced.refusal.code} ${advanced.refusal.detail ?? ''}`);
  return advanced.state;
}

/** Is every branch of every passage through a split either arrived or held by exactly one whole part? */
export function isWhole(version: FlowVersion, state: FlowState, prefix: readonly SplitFrame[] = []): boolean {
  const within = state.tokens.filter(({ splits }) => prefix.every((frame, index) => isSame(splits[index], frame)));
  const here = within.filter(({ splits }) => splits.length === prefix.length);
  const frames = within.flatMap(({ splits }) => splits.slice(prefix.length, prefix.length + 1));
  if (here.length > 0) return here.length === 1 && frames.length === 0;
  const [first] = frames;
  if (!first || frames.some(({ instance }) => instance !== first.instance)) return false;
  const arrived = state.joins[first.instance] ?? [];
  return edgesFrom(version.flow, first.splitId).every((edge) => {
    const arrivals = arrived.filter((id) => id === edge.id).length;
    const held = frames.some((frame) => frame.edgeId === edge.id);
    if (!held) return arrivals === 1;
    return arrivals === 0 && isWhole(version, state, [...prefix, { ...first, edgeId: edge.id }]);
  });
}

function isSame(frame: SplitFrame | undefined, other: SplitFrame): boolean {
  return frame?.instance === other.instance && frame.edgeId === other.edgeId;
}
