import { checkFlow } from '../flow/check/check-flow.ts';
import type { FlowDefinition } from '../flow/flow-definition.ts';
import { checkForm } from '../form/check-form.ts';
import type { FormDefinition } from '../form/form-definition.ts';
import { fault, under, type Fault } from '../platform/fault.ts';
import { schemaFaults } from '../platform/schema-faults.ts';
import { checkSlaPlan } from '../sla/policy/check-sla-plan.ts';
import type { SlaPlan } from '../sla/policy/sla-plan.ts';
import { mendFlow, mendForm, mendSla } from './mend-definition.ts';
import { ticketTypeDefinition, type TicketTypeDefinition } from './ticket-type-definition.ts';

const DEEPEST = 60;

/**
 * Every fault of a definition at once, each with its place and in words: of its shape, its form, its flow, its SLA and
 * its permissions. None means that it may be published.
 */
export function checkDefinition(input: unknown): Fault[] {
  if (isDeeperThan(input, DEEPEST)) return [tooDeep()];
  const parsed = ticketTypeDefinition.safeParse(input);
  if (parsed.success) {
    const { form, flow, sla } = parsed.data;
    return [...checkParts(form, flow, sla), ...checkPermissions(parsed.data)];
  }
  const part = (key: string): unknown =>
    typeof input === 'object' && input !== null ? Reflect.get(input, key) : undefined;
  const shape = schemaFaults(parsed.error, input);
  const known = new Set(shape.map(placeOf));
  const parts = checkParts(mendForm(part('form')), mendFlow(part('flow')), mendSla(part('sla')));
  return [...shape, ...parts.filter((found) => !known.has(placeOf(found)))];
}

function checkParts(form: FormDefinition, flow: FlowDefinition, sla: SlaPlan | null): Fault[] {
  const nodeIds = flow.nodes.map((node) => node.id);
  return [
    ...under(['form'], checkForm(form)),
    ...checkFieldNodes(form, nodeIds),
    ...under(['flow'], checkFlow(flow, form)),
    ...(sla ? under(['sla'], checkSlaPlan(sla, form, nodeIds)) : []),
  ];
}

function checkFieldNodes(form: FormDefinition, nodeIds: readonly string[]): Fault[] {
  const places = form.sections.flatMap(({ fields }, at) => fields.map((field, index) => ({ field, at, index })));
  return places.flatMap(({ field, at, index }) =>
    Object.keys(field.nodes ?? {})
      .filter((id) => id !== '*' && !nodeIds.includes(id))
      .map((id) =>
        fault(
          ['form', 'sections', at, 'fields', index, 'nodes', id],
          'unknown_node',
          `The field “${field.key}” has a permission at the node “${id}”, which the flow does not have.`,
          `字段“${field.key}”为节点“${id}”设置了权限,但流程中没有该节点。`,
        ),
      ),
  );
}

function checkPermissions({ permissions: { create } }: TicketTypeDefinition): Fault[] {
  if (create.groups.length + create.roles.length > 0) return [];
  return [
    fault(
      ['permissions', 'create'],
      'nobody_may_create',
      'Nobody may create tickets of this type. Name a group or a role.',
      '没有人可以新建该类型的工单,请指定服务组或角色。',
    ),
  ];
}

function placeOf(found: Fault): string {
  return JSON.stringify(found.path);
}

/** Nesting is read level by level: a hostile file must not exhaust the stack. */
function isDeeperThan(input: unknown, levels: number): boolean {
  let level: unknown[] = [input];
  for (let depth = 0; depth <= levels; depth += 1) {
    level = level.flatMap((value) =>
      typeof value === 'object' && value !== null ? (Object.values(value) as unknown[]) : [],
    );
    if (level.length === 0) return false;
  }
  return true;
}

function tooDeep(): Fault {
  return fault(
    [],
    'too_deep',
    `The definition is nested more than ${DEEPEST} levels deep. Make its conditions flatter.`,
    `定义嵌套超过 ${DEEPEST} 层,请简化条件。`,
  );
}
