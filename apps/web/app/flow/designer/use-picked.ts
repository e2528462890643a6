import type { FlowDefinition } from '@handoff/core/flow/flow-definition';
import { useCallback, useMemo, useState } from 'react';

interface Choice {
  nodes: readonly string[];
  way: string | null;
}

/** What is selected in a flow: nodes, or one way out of one. */
export interface Picked extends Choice {
  /** The node whose inspector is open: the only one that is selected, or the one that the way leads out of. */
  selected: string | null;
  /** Selects one node, or none. */
  select: (node: string | null) => void;
  selectWay: (node: string, way: string) => void;
  pick: (nodes: readonly string[]) => void;
  /** Adds a node to what is selected, or takes it from there. */
  toggle: (node: string) => void;
}

const nothing: Choice = { nodes: [], way: null };

/** Keeps what is selected; what is no longer in the flow is not. */
export function usePicked(flow: FlowDefinition): Picked {
  const [choice, setChoice] = useState<Choice>(nothing);
  const nodes = useMemo(
    () => choice.nodes.filter((id) => flow.nodes.some((node) => node.id === id)),
    [choice.nodes, flow.nodes],
  );
  const way = flow.edges.some(({ id }) => id === choice.way) ? choice.way : null;
  const select = useCallback(
    (node: string | null) => setChoice(node === null ? nothing : { nodes: [node], way: null }),
    [],
  );
  const selectWay = useCallback((node: string, edge: string) => setChoice({ nodes: [node], way: edge }), []);
  const pick = useCallback((picked: readonly string[]) => setChoice({ nodes: picked, way: null }), []);
  const toggle = useCallback(
    (node: string) =>
      setChoice((before) => ({
        nodes: before.nodes.includes(node) ? before.nodes.filter((id) => id !== node) : [...before.nodes, node],
        way: null,
      })),
    [],
  );
  const selected = nodes.length === 1 ? (nodes[0] ?? null) : null;
  return useMemo(
    () => ({ nodes, way, selected, select, selectWay, pick, toggle }),
    [nodes, way, selected, select, selectWay, pick, toggle],
  );
}
