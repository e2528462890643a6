import type { FormDefinition } from '../../form/form-definition.ts';
import { fault, type Fault, type FaultPath } from '../../platform/fault.ts';
import { checkEdges } from './check-flow-edges.ts';
import { checkNode } from './check-flow-node.ts';
import { checkParallel } from './check-flow-parallel.ts';
import { checkWays } from './check-flow-ways.ts';
import type { FlowDefinition } from '../flow-definition.ts';

/**
 * Every fault of a flow whose shape is right. A flow without faults always has a way to an end: each node is reached and
 * left, parallel branches meet again, no circle runs without a person or a wait, and every rule names what exists.
 */
export function checkFlow(flow: FlowDefinition, form: FormDefinition): Fault[] {
  const local = [
    ...duplicateIds(flow.nodes, 'nodes'),
    ...duplicateIds(flow.edges, 'edges'),
    ...checkStartAndEnd(flow),
    ...checkEdges(flow, form),
    ...flow.nodes.flatMap((node, index) => checkNode(node, flow, form, ['nodes', index])),
  ];
  return [...local, ...checkWays(flow), ...checkParallel(flow)];
}

function checkStartAndEnd(flow: FlowDefinition): Fault[] {
  const starts = flow.nodes.flatMap((node, index) => (node.kind === 'start' ? [index] : []));
  const faults: Fault[] = [];
  if (starts.length === 0)
    faults.push(fault(['nodes'], 'no_start', 'The flow has no start. Add a start node.', '流程没有开始节点,请添加。'));
  for (const index of starts.slice(1)) {
    faults.push(
      fault(
        ['nodes', index],
        'two_starts',
        'The flow has more than one start. Keep one.',
        '流程有多个开始节点,请只保留一个。',
      ),
    );
  }
  if (!flow.nodes.some((node) => node.kind === 'end')) {
    faults.push(fault(['nodes'], 'no_end', 'The flow has no end. Add an end node.', '流程没有结束节点,请添加。'));
  }
  return faults;
}

function duplicateIds(parts: readonly { id: string }[], list: string): Fault[] {
  const ids = parts.map((part) => part.id);
  return ids.flatMap((id, index) => {
    const path: FaultPath = [list, index, 'id'];
    if (ids.indexOf(id) === index) return [];
    return [
      fault(
        path,
        'duplicate',
        `The id “${id}” is used twice in ${list}. Give each its own.`,
        `${list} 中的标识“${id}”重复,请使用不同的标识。`,
      ),
    ];
  });
}
