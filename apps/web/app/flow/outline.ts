import type { FlowDefinition, FlowEdge, FlowNode } from '@handoff/core/flow/flow-definition';

export interface OutlineItem {
  node: FlowNode;
  /** The ways out, in the order in which they are tried. */
  ways: { edge: FlowEdge; to: FlowNode }[];
}

/**
 * Nodes in the order in which a ticket meets them, each with its ways out: the flow for those who read it. Nodes that no
 * ticket meets are left out, or come last `withLost`: whoever designs must see them.
 */
export function outlineFlow(flow: FlowDefinition, withLost = false): OutlineItem[] {
  const nodes = new Map(flow.nodes.map((node) => [node.id, node]));
  const waysOf = (id: string) =>
    flow.edges
      .filter((edge) => edge.from === id)
      .sort(
        (one, other) =>
          Number(one.isDefault ?? false) - Number(other.isDefault ?? false) ||
          (one.priority ?? 0) - (other.priority ?? 0),
      )
      .flatMap((edge) => {
        const to = nodes.get(edge.to);
        return to ? [{ edge, to }] : [];
      });
  const seen = new Set<string>();
  const waiting: FlowNode[] = flow.nodes.filter((node) => node.kind === 'start');
  const items: OutlineItem[] = [];
  const lost = withLost ? [...flow.nodes] : [];
  for (let node = waiting.shift() ?? lost.shift(); node; node = waiting.shift() ?? lost.shift()) {
    if (seen.has(node.id)) continue;
    seen.add(node.id);
    const ways = waysOf(node.id);
    items.push({ node, ways });
    waiting.push(...ways.map((way) => way.to));
  }
  return items;
}
