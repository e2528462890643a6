import type { NodeOf } from './flow-definition.ts';
import type { Token, Visit } from './flow-state.ts';
import { leaveNode } from './move-token.ts';
import { Refused } from './refusal.ts';
import { rollBackToken } from './roll-back.ts';
import { finishStep, requireToken, type Run } from './run.ts';

/** The token of a step that is not suspended. */
export function requireOpenToken(run: Run, tokenId: string): Token {
  const token = requireToken(run, tokenId);
  if (token.suspendedAt !== null) throw new Refused('suspended');
  return token;
}

/** Takes the usual way on. */
export function passStep(run: Run, token: Token, outcome: 'submitted' | 'approved'): void {
  const { actorId } = run.event;
  finishStep(run, token, outcome);
  if (actorId) run.state.handlers[token.nodeId] = actorId;
  leaveNode(run, token.nodeId, afterVisit(token, actorId));
}

/** A rejected step leaves by its rejected edge; without one it goes back. */
export function reject(run: Run, token: Token, node: NodeOf<'approve'>): void {
  const hasEdge = run.flow.edges.some((edge) => edge.from === node.id && edge.outcome === 'rejected');
  if (!hasEdge) return rollBackToken(run, token, undefined, 'rejected');
  finishStep(run, token, 'rejected');
  leaveNode(run, node.id, afterVisit(token, run.event.actorId), 'rejected');
}

/** The way so far and this step; a loop forgets its earlier round, so that the way stays as short as the flow. */
export function afterVisit(token: Token, agentId: string | null): { splits: Token['splits']; path: Visit[] } {
  const earlier = token.path.findIndex((visit) => visit.nodeId === token.nodeId);
  const path = earlier < 0 ? token.path : token.path.slice(0, earlier);
  return { splits: token.splits, path: [...path, { nodeId: token.nodeId, agentId, splits: token.splits }] };
}
