import { fault, type Fault, type FaultPath } from '../../platform/fault.ts';
import { URGENCIES } from '../../platform/urgency.ts';
import type { SlaPolicy } from './sla-policy.ts';

/** Targets and times that are not positive, keys used twice, and targets of nodes that do not exist. */
export function checkSlaPolicy(policy: SlaPolicy, nodeIds: readonly string[]): Fault[] {
  return [
    ...URGENCIES.flatMap((urgency) =>
      Object.entries(policy.targets[urgency]).flatMap(([name, value]) => positive(value, ['targets', urgency, name])),
    ),
    ...Object.entries(policy.nodeTargets ?? {}).flatMap(([nodeId, byUrgency]) => [
      ...(nodeIds.includes(nodeId) ? [] : [unknownNode(nodeId)]),
      ...Object.entries(byUrgency).flatMap(([urgency, value]) => positive(value, ['nodeTargets', nodeId, urgency])),
    ]),
    ...policy.reminders.flatMap((one, index) =>
      Object.entries(one.at).flatMap(([name, value]) => positive(value, ['reminders', index, 'at', name])),
    ),
    ...policy.escalations.flatMap((one, index) =>
      one.repeat ? positive(one.repeat.everySeconds, ['escalations', index, 'repeat', 'everySeconds']) : [],
    ),
    ...duplicates(policy.reminders, 'reminders'),
    ...duplicates(policy.escalations, 'escalations'),
  ];
}

function positive(value: number | undefined, path: FaultPath): Fault[] {
  if (value === undefined || value > 0) return [];
  return [
    fault(
      path,
      'not_positive',
      `${String(path.at(-1))} must be greater than 0.`,
      `${String(path.at(-1))} 必须大于 0。`,
    ),
  ];
}

function unknownNode(nodeId: string): Fault {
  return fault(
    ['nodeTargets', nodeId],
    'unknown_node',
    `The policy has a target for the node “${nodeId}”, which the flow does not have.`,
    `策略为节点“${nodeId}”设置了目标,但流程中没有该节点。`,
  );
}

/** Keys that are used twice in a list. */
export function duplicates(parts: readonly { key: string }[], list: string): Fault[] {
  const keys = parts.map((part) => part.key);
  return keys.flatMap((key, index) =>
    keys.indexOf(key) === index
      ? []
      : [
          fault(
            [list, index, 'key'],
            'duplicate',
            `The key “${key}” is used twice in ${list}.`,
            `${list} 中的标识“${key}”重复。`,
          ),
        ],
  );
}
