import { checkCondition } from '../../condition/check-condition.ts';
import type { FormDefinition } from '../../form/form-definition.ts';
import { fault, type Fault, type FaultPath } from '../../platform/fault.ts';
import type { FlowDefinition, FlowEdge, FlowNode } from '../flow-definition.ts';
import { flowKinds, isPeopleNode, nodeOf } from '../flow-graph.ts';

/** Faults of single edges and of the choice of edges out of each node. */
export function checkEdges(flow: FlowDefinition, form: FormDefinition): Fault[] {
  const kinds = flowKinds(form);
  return [
    ...flow.edges.flatMap((edge, index) => [
      ...checkEnds(flow, edge, ['edges', index]),
      ...checkOutcome(flow, edge, ['edges', index]),
      ...checkWhen(flow, edge, ['edges', index]),
      ...(edge.when ? checkCondition(edge.when, kinds, ['edges', index, 'when']) : []),
    ]),
    ...flow.nodes.flatMap((node, index) => checkChoice(flow, node, ['nodes', index])),
  ];
}

function checkEnds(flow: FlowDefinition, edge: FlowEdge, path: FaultPath): Fault[] {
  const faults = (['from', 'to'] as const)
    .filter((end) => !nodeOf(flow, edge[end]))
    .map((end) =>
      fault(
        [...path, end],
        'unknown_node',
        `The edge “${edge.id}” names the node “${edge[end]}”, which does not exist.`,
        `连线“${edge.id}”引用了不存在的节点“${edge[end]}”。`,
      ),
    );
  if (nodeOf(flow, edge.to)?.kind === 'start') {
    faults.push(
      fault(
        [...path, 'to'],
        'edge_into_start',
        `The edge “${edge.id}” leads back to the start. Let it lead to a step.`,
        `连线“${edge.id}”指向了开始节点,请改为指向处理步骤。`,
      ),
    );
  }
  return faults;
}

function checkOutcome(flow: FlowDefinition, edge: FlowEdge, path: FaultPath): Fault[] {
  const node = nodeOf(flow, edge.from);
  if (!edge.outcome || !node || outcomeFits(node, edge.outcome)) return [];
  return [
    fault(
      [...path, 'outcome'],
      'outcome_does_not_fit',
      `“${node.name.en}” never ends as “${edge.outcome}”, so the edge “${edge.id}” is never taken.`,
      `“${node.name.zh}”不会产生“${edge.outcome}”结果,连线“${edge.id}”永远不会走到。`,
    ),
  ];
}

function outcomeFits(node: FlowNode, outcome: NonNullable<FlowEdge['outcome']>): boolean {
  if (outcome === 'rejected') return node.kind === 'approve';
  if (outcome === 'failed') return node.kind === 'webhook' || node.kind === 'sub_ticket';
  return isPeopleNode(node) && node.timeLimit?.then === 'proceed';
}

function checkWhen(flow: FlowDefinition, edge: FlowEdge, path: FaultPath): Fault[] {
  const node = nodeOf(flow, edge.from);
  if (!node) return [];
  const isConditional = edge.when !== undefined || edge.isDefault === true;
  if (node.kind !== 'branch' && isConditional) {
    return [
      fault(
        path,
        'condition_outside_branch',
        `Only edges out of a branch have conditions. Put a branch behind “${node.name.en}”.`,
        `只有分支节点的连线可以带条件,请在“${node.name.zh}”后添加分支节点。`,
      ),
    ];
  }
  if (node.kind === 'branch' && !isConditional) {
    return [
      fault(
        path,
        'missing_condition',
        `The edge “${edge.id}” out of the branch “${node.name.en}” needs a condition.`,
        `分支“${node.name.zh}”的连线“${edge.id}”缺少条件。`,
      ),
    ];
  }
  return [];
}

function checkChoice(flow: FlowDefinition, node: FlowNode, path: FaultPath): Fault[] {
  const edges = flow.edges.filter((edge) => edge.from === node.id && !edge.outcome);
  const { en, zh } = node.name;
  if (node.kind === 'end') {
    return edges.length === 0
      ? []
      : [
          fault(
            path,
            'edge_out_of_end',
            `“${en}” is an end; nothing may follow it.`,
            `“${zh}”是结束节点,后面不能再有连线。`,
          ),
        ];
  }
  if (edges.length === 0)
    return [
      fault(
        path,
        'no_way_out',
        `“${en}” has no way out. Draw an edge to the next node.`,
        `“${zh}”没有出口,请连到下一个节点。`,
      ),
    ];
  if (node.kind === 'branch') return checkDefaults(edges, node, path);
  if (node.kind === 'parallel_split') {
    return edges.length > 1
      ? []
      : [
          fault(
            path,
            'split_of_one',
            `The split “${en}” has only one branch. Draw at least two.`,
            `并行拆分“${zh}”只有一个分支,至少需要两个。`,
          ),
        ];
  }
  if (edges.length === 1) return [];
  return [
    fault(
      path,
      'several_ways',
      `“${en}” has several ways out and nothing to choose by. Use a branch or a split.`,
      `“${zh}”有多条出口却没有选择依据,请使用分支或并行拆分。`,
    ),
  ];
}

function checkDefaults(edges: readonly FlowEdge[], { name }: FlowNode, path: FaultPath): Fault[] {
  const defaults = edges.filter((edge) => edge.isDefault).length;
  if (defaults === 1) return [];
  if (defaults > 1)
    return [
      fault(
        path,
        'two_defaults',
        `The branch “${name.en}” has more than one default. Keep one.`,
        `分支“${name.zh}”有多个默认出口,请只保留一个。`,
      ),
    ];
  return [
    fault(
      path,
      'missing_default',
      `The branch “${name.en}” has no default for when no condition holds. Mark one edge as default.`,
      `分支“${name.zh}”缺少默认出口,请将一条连线设为默认。`,
    ),
  ];
}
