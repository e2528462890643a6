import { fault, type Fault } from '../../platform/fault.ts';
import type { FlowDefinition, FlowNode } from '../flow-definition.ts';

/** Nodes that are never reached, nodes from which no end is reached, and circles that nothing ever stops. */
export function checkWays(flow: FlowDefinition): Fault[] {
  const forwards = neighbours(flow, 'from', 'to');
  const backwards = neighbours(flow, 'to', 'from');
  const reached = closure(idsOf(flow, 'start'), forwards);
  const ending = closure(idsOf(flow, 'end'), backwards);
  return flow.nodes.flatMap((node, index) => {
    const path = ['nodes', index];
    const { en, zh } = node.name;
    const faults: Fault[] = [];
    if (!reached.has(node.id))
      faults.push(
        fault(
          path,
          'unreachable',
          `“${en}” is never reached from the start. Draw a way to it or remove it.`,
          `从开始节点无法到达“${zh}”,请连线或删除。`,
        ),
      );
    if (!ending.has(node.id))
      faults.push(fault(path, 'never_ends', `No way leads from “${en}” to an end.`, `从“${zh}”无法到达结束节点。`));
    if (isAutomatic(node) && circles(flow, node.id))
      faults.push(
        fault(
          path,
          'endless_loop',
          `“${en}” is in a circle in which nobody acts and nothing waits. Put a step or a wait into it.`,
          `“${zh}”处于没有人工处理也没有等待的循环中,请加入处理或等待节点。`,
        ),
      );
    return faults;
  });
}

function circles(flow: FlowDefinition, id: string): boolean {
  const automatic = new Set(flow.nodes.filter(isAutomatic).map((node) => node.id));
  const edges = flow.edges.filter((edge) => automatic.has(edge.from) && automatic.has(edge.to));
  const forwards = neighbours({ ...flow, edges }, 'from', 'to');
  return closure(forwards.get(id) ?? [], forwards).has(id);
}

/** Passed without a person or the passing of time. */
function isAutomatic(node: FlowNode): boolean {
  if (node.kind === 'wait') return node.waitFor.kind !== 'duration';
  if (node.kind === 'sub_ticket') return !node.waitForEnd;
  return node.kind !== 'handle' && node.kind !== 'approve' && node.kind !== 'start' && node.kind !== 'end';
}

function idsOf(flow: FlowDefinition, kind: FlowNode['kind']): string[] {
  return flow.nodes.filter((node) => node.kind === kind).map((node) => node.id);
}

function neighbours(flow: FlowDefinition, near: 'from' | 'to', far: 'from' | 'to'): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const edge of flow.edges) found.set(edge[near], [...(found.get(edge[near]) ?? []), edge[far]]);
  return found;
}

function closure(from: readonly string[], next: ReadonlyMap<string, string[]>): Set<string> {
  const seen = new Set<string>();
  const open = [...from];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (seen.has(id)) continue;
    seen.add(id);
    open.push(...(next.get(id) ?? []));
  }
  return seen;
}
