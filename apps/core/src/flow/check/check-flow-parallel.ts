import { fault, type Fault } from '../../platform/fault.ts';
import type { FlowDefinition, FlowNode } from '../flow-definition.ts';
import { edgesFrom, nodeOf } from '../flow-graph.ts';

/** The splits around a node, from the outermost, each with the branch that the node is on. */
type Inside = readonly { split: string; branch: string }[];

/**
 * Splits and joins must enclose each other like brackets: all branches of a split meet in one join, and no way leads
 * into or out of a branch past them. An end that cancels may stand inside a branch; one that completes may not.
 */
export function checkParallel(flow: FlowDefinition): Fault[] {
  const start = flow.nodes.find((node) => node.kind === 'start');
  if (!start) return [];
  const inside = new Map<string, Inside>([[start.id, []]]);
  const crossing = new Set<string>();
  const open = [start.id];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const node = nodeOf(flow, id);
    if (!node) continue;
    for (const edge of edgesFrom(flow, id)) {
      const next = after(node, inside.get(id) ?? [], edge.id);
      const known = inside.get(edge.to);
      if (!known) {
        inside.set(edge.to, next);
        open.push(edge.to);
      } else if (!agree(nodeOf(flow, edge.to), known, next)) crossing.add(edge.id);
    }
  }
  return [
    ...crossingFaults(flow, crossing),
    ...flow.nodes.flatMap((node, index) => bracketFaults(flow, node, index, inside)),
  ];
}

function after(node: FlowNode, around: Inside, edgeId: string): Inside {
  if (node.kind === 'parallel_split') return [...around, { split: node.id, branch: edgeId }];
  return node.kind === 'parallel_join' ? around.slice(0, -1) : around;
}

function agree(node: FlowNode | undefined, known: Inside, next: Inside): boolean {
  if (known.length !== next.length) return false;
  const last = known.length - 1;
  return known.every(({ split, branch }, index) => {
    const other = next[index];
    const mayDiffer = node?.kind === 'parallel_join' && index === last;
    return split === other?.split && (mayDiffer || branch === other.branch);
  });
}

function crossingFaults(flow: FlowDefinition, crossing: ReadonlySet<string>): Fault[] {
  return flow.edges.flatMap((edge, index) =>
    crossing.has(edge.id)
      ? [
          fault(
            ['edges', index],
            'crosses_parallel',
            `The edge “${edge.id}” leads into or out of a parallel branch past its split or join.`,
            `连线“${edge.id}”绕过拆分或汇合节点进出了并行分支。`,
          ),
        ]
      : [],
  );
}

function bracketFaults(
  flow: FlowDefinition,
  node: FlowNode,
  index: number,
  inside: ReadonlyMap<string, Inside>,
): Fault[] {
  const around = inside.get(node.id);
  if (!around) return [];
  const path = ['nodes', index];
  const { en, zh } = node.name;
  if (node.kind === 'parallel_join' && around.length === 0) {
    return [
      fault(
        path,
        'join_without_split',
        `“${en}” joins branches, but no split comes before it.`,
        `汇合节点“${zh}”之前没有并行拆分。`,
      ),
    ];
  }
  if (node.kind === 'end' && node.outcome === 'completed' && around.length > 0) {
    return [
      fault(
        path,
        'end_inside_parallel',
        `“${en}” completes the ticket while other branches are open. Join them first.`,
        `“${zh}”会在其他并行分支未完成时结束工单,请先汇合。`,
      ),
    ];
  }
  if (node.kind !== 'parallel_split') return [];
  const joins = flow.nodes.filter(
    (other) => other.kind === 'parallel_join' && inside.get(other.id)?.at(-1)?.split === node.id,
  );
  if (joins.length === 1) return [];
  if (joins.length === 0)
    return [
      fault(
        path,
        'split_without_join',
        `The branches of “${en}” never meet. Add a join.`,
        `并行拆分“${zh}”的分支没有汇合,请添加汇合节点。`,
      ),
    ];
  return [
    fault(
      path,
      'several_joins',
      `The branches of “${en}” meet in more than one join, where each would wait for ever. Use one.`,
      `并行拆分“${zh}”的分支汇合到多个节点,会一直等待,请只用一个。`,
    ),
  ];
}
