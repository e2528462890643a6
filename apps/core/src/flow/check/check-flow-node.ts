import type { FieldType } from '../../form/field-definition.ts';
import type { FormDefinition } from '../../form/form-definition.ts';
import { formFields } from '../../form/form-fields.ts';
import { fault, type Fault, type FaultPath } from '../../platform/fault.ts';
import type { AssigneeRule } from '../assignee-rule.ts';
import type { FlowDefinition, FlowNode, PeopleNode } from '../flow-definition.ts';
import { isPeopleNode, nodeOf } from '../flow-graph.ts';

/** Faults inside one node: what it names must exist and fit, and times must be longer than nothing. */
export function checkNode(node: FlowNode, flow: FlowDefinition, form: FormDefinition, path: FaultPath): Fault[] {
  switch (node.kind) {
    case 'handle':
    case 'approve':
      return checkPeople(node, flow, form, path);
    case 'cc':
    case 'notify':
      return node.to.flatMap((rule, index) => checkRule(rule, flow, form, [...path, 'to', index]));
    case 'wait':
      return node.waitFor.kind === 'duration'
        ? checkPositive(node.waitFor.seconds, [...path, 'waitFor', 'seconds'])
        : checkField(form, node.waitFor.field, ['date', 'datetime'], [...path, 'waitFor', 'field']);
    case 'webhook':
      return node.fields.flatMap((key, index) => checkField(form, key, null, [...path, 'fields', index]));
    case 'sub_ticket':
      return Object.entries(node.copyFields).flatMap(([child, key]) =>
        checkField(form, key, null, [...path, 'copyFields', child]),
      );
    default:
      return [];
  }
}

function checkPeople(node: PeopleNode, flow: FlowDefinition, form: FormDefinition, path: FaultPath): Fault[] {
  return [
    ...checkRule(node.assignee, flow, form, [...path, 'assignee']),
    ...checkTimeLimit(node, path),
    ...checkRollback(node, flow, path),
    ...checkChecklist(node, path),
  ];
}

function checkChecklist({ name, checklist = [] }: PeopleNode, path: FaultPath): Fault[] {
  const keys = checklist.map(({ key }) => key);
  return keys.flatMap((key, index) =>
    keys.indexOf(key) === index
      ? []
      : [
          fault(
            [...path, 'checklist', index, 'key'],
            'duplicate',
            `The checklist of “${name.en}” has the key “${key}” twice.`,
            `“${name.zh}”的检查项标识“${key}”重复。`,
          ),
        ],
  );
}

function checkTimeLimit(node: PeopleNode, path: FaultPath): Fault[] {
  if (!node.timeLimit) return [];
  const faults = checkPositive(node.timeLimit.seconds, [...path, 'timeLimit', 'seconds']);
  const decides = node.timeLimit.then === 'approve' || node.timeLimit.then === 'reject';
  if (decides && node.kind === 'handle') {
    faults.push(
      fault(
        [...path, 'timeLimit', 'then'],
        'nothing_to_decide',
        `“${node.name.en}” is no approval, so it cannot be approved or rejected when its time is up.`,
        `“${node.name.zh}”不是审批节点,超时后不能自动通过或驳回。`,
      ),
    );
  }
  return faults;
}

function checkRollback(node: PeopleNode, flow: FlowDefinition, path: FaultPath): Fault[] {
  const faults: Fault[] = [];
  const named = Array.isArray(node.rollbackTo) ? node.rollbackTo : [];
  for (const [index, id] of named.entries()) {
    const target = nodeOf(flow, id);
    if (isPeopleNode(target) || target?.kind === 'start') continue;
    faults.push(
      fault(
        [...path, 'rollbackTo', index],
        'unknown_node',
        `“${node.name.en}” rolls back to “${id}”, which is no step of a person.`,
        `“${node.name.zh}”要回退到的“${id}”不是人工处理节点。`,
      ),
    );
  }
  const hasEdge = flow.edges.some((edge) => edge.from === node.id && edge.outcome === 'rejected');
  if (node.kind === 'approve' && node.rollbackTo === 'none' && !hasEdge) {
    faults.push(
      fault(
        path,
        'rejection_has_no_way',
        `When “${node.name.en}” is rejected the ticket has nowhere to go. Draw a rejected edge or allow rolling back.`,
        `“${node.name.zh}”被驳回后无处可去,请添加驳回连线或允许回退。`,
      ),
    );
  }
  return faults;
}

function checkRule(rule: AssigneeRule, flow: FlowDefinition, form: FormDefinition, path: FaultPath): Fault[] {
  if (rule.kind === 'form_field') return checkField(form, rule.field, ['member'], [...path, 'field']);
  if (rule.kind !== 'handler_of') return [];
  const node = nodeOf(flow, rule.node);
  if (isPeopleNode(node)) return [];
  return [
    fault(
      [...path, 'node'],
      'unknown_node',
      `The step goes to the handler of “${rule.node}”, which is no step of a person.`,
      `处理人取自节点“${rule.node}”,但它不是人工处理节点。`,
    ),
  ];
}

function checkField(form: FormDefinition, key: string, types: readonly FieldType[] | null, path: FaultPath): Fault[] {
  const field = formFields(form).find((candidate) => candidate.key === key);
  if (!field || field.type === 'divider') {
    return [
      fault(
        path,
        'unknown_field',
        `The form has no field “${key}”. Choose an existing field.`,
        `表单没有字段“${key}”,请选择已有字段。`,
      ),
    ];
  }
  if (!types || types.includes(field.type)) return [];
  const wanted = types.join(', ');
  return [
    fault(
      path,
      'field_does_not_fit',
      `The field “${key}” must be of type ${wanted} here.`,
      `字段“${key}”在此处的类型必须是:${wanted}。`,
    ),
  ];
}

function checkPositive(seconds: number, path: FaultPath): Fault[] {
  return seconds > 0
    ? []
    : [fault(path, 'not_positive', 'A time must be longer than 0 seconds.', '时长必须大于 0 秒。')];
}
