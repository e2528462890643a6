import type { FlowDefinition, FlowEdge } from '@handoff/core/flow/flow-definition';
import { nodeOf } from '@handoff/core/flow/flow-graph';
import { outlineFlow } from '../../outline.ts';
import { connect, redirect, removeNode, waysOf } from '../edit-flow.ts';

const usual = (flow: FlowDefinition, id: string) => waysOf(flow, id).filter((edge) => !edge.outcome);

/** The nodes of a part that leave it open where it goes on: they have no usual way, or a branch without its default. */
export function openEnds(flow: FlowDefinition, ids: readonly string[]): string[] {
  return ids.filter((id) => {
    const node = nodeOf(flow, id);
    if (!node || node.kind === 'end') return false;
    const ways = usual(flow, id);
    return node.kind === 'branch' ? !ways.some((edge) => edge.isDefault) : ways.length === 0;
  });
}

interface Part {
  /** Where it begins. */
  first: string;
  /** The ways into it, and those usual ones out of it that lead to where it goes on. */
  incoming: FlowEdge[];
  outgoing: FlowEdge[];
  next: string | undefined;
}

/** A part of a flow that hangs together and has one beginning; null for what can't be taken out as a whole. */
function partOf(flow: FlowDefinition, ids: readonly string[]): Part | null {
  const inside = new Set(ids);
  if (ids.some((id) => ['start', 'end', undefined].includes(nodeOf(flow, id)?.kind))) return null;
  const incoming = flow.edges.filter(({ from, to }) => !inside.has(from) && inside.has(to));
  const begins = (id: string) => !flow.edges.some(({ from, to }) => to === id && inside.has(from));
  const beginnings = ids.filter(begins);
  if (beginnings.length > 1) return null;
  const first = beginnings[0] ?? incoming[0]?.to ?? ids[0];
  if (first === undefined) return null;
  const exits = ids.flatMap((id) => usual(flow, id)).filter(({ to }) => !inside.has(to));
  const next = exits.at(-1)?.to;
  return { first, incoming, outgoing: exits.filter(({ to }) => to === next), next };
}

/** Nodes by what hangs together, in their order. */
function piecesOf(flow: FlowDefinition, ids: readonly string[]): string[][] {
  const left = new Set(ids);
  const pieces: string[][] = [];
  for (const id of left) {
    left.delete(id);
    const piece = [id];
    for (const member of piece)
      for (const { from, to } of flow.edges) {
        const other = from === member ? to : to === member ? from : undefined;
        if (other !== undefined && left.delete(other)) piece.push(other);
      }
    pieces.push(piece);
  }
  return pieces;
}

/** Whether nodes can be moved into a way: all that hangs together has one beginning, and the way is not theirs. */
export function mayMoveTo(flow: FlowDefinition, ids: readonly string[], edgeId: string): boolean {
  const edge = flow.edges.find(({ id }) => id === edgeId);
  if (!edge || ids.includes(edge.from) || ids.includes(edge.to)) return false;
  return piecesOf(flow, ids).every((piece) => partOf(flow, piece) !== null);
}

/**
 * Moves nodes into a way: what led to them leads to where they led, and the way leads through them. Ways to elsewhere
 * stay as they are. Nodes apart from each other come one after another, in the order in which a ticket meets them.
 */
export function moveTo(flow: FlowDefinition, ids: readonly string[], edgeId: string): FlowDefinition {
  if (!mayMoveTo(flow, ids, edgeId)) return flow;
  const inOrder = outlineFlow(flow, true).flatMap(({ node }) => (ids.includes(node.id) ? [node.id] : []));
  return piecesOf(flow, inOrder).reduceRight((moved, piece) => movePiece(moved, piece, edgeId), flow);
}

function movePiece(flow: FlowDefinition, ids: readonly string[], edgeId: string): FlowDefinition {
  const edge = flow.edges.find(({ id }) => id === edgeId);
  const part = partOf(flow, ids);
  if (!edge || !part) return flow;
  const { first, incoming, outgoing, next } = part;
  const closed = flow.edges.flatMap((one) => {
    if (!incoming.includes(one)) return [one];
    return next === undefined || next === one.from ? [] : [{ ...one, to: next }];
  });
  const led = redirect({ ...flow, edges: closed }, edgeId, first);
  if (outgoing.length === 0) return openEnds(led, ids).reduce((grown, id) => connect(grown, id, edge.to), led);
  return outgoing.reduce((grown, { id }) => redirect(grown, id, edge.to), led);
}

/** Moves a node behind the one after it, or before the one before it; where it can't, the flow stays. */
export function moveAlong(flow: FlowDefinition, id: string, by: 1 | -1): FlowDefinition {
  const way =
    by === 1
      ? usual(flow, usual(flow, id).at(-1)?.to ?? '').at(-1)
      : flow.edges.find(({ to }) => to === flow.edges.find((edge) => edge.to === id)?.from);
  return way ? moveTo(flow, [id], way.id) : flow;
}

/** Takes several nodes out. */
export const removeNodes = (flow: FlowDefinition, ids: readonly string[]): FlowDefinition =>
  ids.reduce(removeNode, flow);
