import type { AssigneeRule } from '../flow/assignee-rule.ts';
import type { Context } from '../platform/context.ts';
import { ticketTypeDefinition, type TicketTypeDefinition } from './ticket-type-definition.ts';

/** The definition in force of every ticket type. */
export async function loadDefinitions(context: Context): Promise<TicketTypeDefinition[]> {
  const rows = await context.db
    .selectFrom('ticketType')
    .innerJoin('ticketTypeVersion', 'ticketTypeVersion.id', 'ticketType.currentVersionId')
    .select('ticketTypeVersion.definition')
    .where('ticketType.deletedAt', 'is', null)
    .execute();
  return rows.map((row) => ticketTypeDefinition.parse(row.definition));
}

const assigneesOf = (definition: TicketTypeDefinition): AssigneeRule[] =>
  definition.flow.nodes.flatMap((node) => {
    if (node.kind === 'handle' || node.kind === 'approve') return [node.assignee];
    return node.kind === 'cc' || node.kind === 'notify' ? node.to : [];
  });

/** The keys of the service groups that a definition gives work or rights to. */
export function groupsNamedBy(definition: TicketTypeDefinition): Set<string> {
  const { create, link } = definition.permissions;
  const assigned = assigneesOf(definition).flatMap((rule) => (rule.kind === 'group' ? [rule.group] : []));
  return new Set([definition.flow.fallbackGroup, ...assigned, ...create.groups, ...link.groups]);
}

/** The keys of the roles that a definition gives work or rights to. */
export function rolesNamedBy(definition: TicketTypeDefinition): Set<string> {
  const { create, link } = definition.permissions;
  const assigned = assigneesOf(definition).flatMap((rule) => (rule.kind === 'role' ? [rule.role] : []));
  const weighed = definition.flow.nodes.flatMap((node) =>
    node.kind === 'approve' && node.mode.kind === 'by_weight' ? node.mode.weights.map(({ role }) => role) : [],
  );
  return new Set([...assigned, ...weighed, ...create.roles, ...link.roles]);
}
