import type { FlowDefinition } from '@handoff/core/flow/flow-definition';
import { isSame } from '@handoff/core/ticket-type/draft/merge-definitions';
import type { ChangeMark } from '~/flow/flow-picture.tsx';

interface Part {
  id: string;
}

const markOf = (before: Part | undefined, after: Part | undefined): ChangeMark | null => {
  if (!before) return 'added';
  if (!after) return 'removed';
  return isSame(before, after) ? null : 'changed';
};

function marksOf(before: readonly Part[], after: readonly Part[]): Record<string, ChangeMark> {
  const ids = new Set([...before, ...after].map(({ id }) => id));
  const marks = [...ids].map((id): [string, ChangeMark | null] => {
    const of = (parts: readonly Part[]) => parts.find((part) => part.id === id);
    return [id, markOf(of(before), of(after))];
  });
  return Object.fromEntries(marks.filter((one): one is [string, ChangeMark] => one[1] !== null));
}

/** Two versions of a flow as one picture: all that is in either, with what was added, removed or changed. */
export function compareFlows(before: FlowDefinition, after: FlowDefinition) {
  const gone = <P extends Part>(was: readonly P[], is: readonly P[]): P[] =>
    was.filter(({ id }) => !is.some((part) => part.id === id));
  const flow: FlowDefinition = {
    ...after,
    nodes: [...after.nodes, ...gone(before.nodes, after.nodes)],
    edges: [...after.edges, ...gone(before.edges, after.edges)],
  };
  return { flow, nodes: marksOf(before.nodes, after.nodes), ways: marksOf(before.edges, after.edges) };
}
