import { sql, type RawBuilder } from 'kysely';
import { builder } from '../../graphql/builder.ts';
import { LocalizedTextType } from '../../graphql/localized-text.graphql.ts';
import { fromGlobalId } from '../../graphql/global-id.ts';
import { TicketType } from '../../ticket-type/ticket-type.graphql.ts';
import { filterSteps, type FilterableStep } from './filter-steps.ts';

interface NamedStep {
  ticketType: string | number;
  node: string;
}

interface AskedSteps {
  in?: NamedStep[] | null;
  notIn?: NamedStep[] | null;
}

const StepName = builder.inputRef<NamedStep>('TicketStepName').implement({
  description: 'A step of the flow of a type.',
  fields: (t) => ({ ticketType: t.id({ required: true }), node: t.string({ required: true }) }),
});

/** At which steps tickets are, as a list asks for them. */
export const StepFilter = builder.inputRef<AskedSteps>('TicketStepFilter').implement({
  description: 'A ticket with parallel steps is at each of them.',
  fields: (t) => ({
    in: t.field({ type: [StepName], required: false, description: 'Is at any of these, at most 100.' }),
    notIn: t.field({ type: [StepName], required: false, description: 'Is at none of these, at most 100.' }),
  }),
});

const mostSteps = 100;

function atAny(steps: readonly NamedStep[]): RawBuilder<boolean> {
  const byType = new Map<string, string[]>();
  for (const { ticketType, node } of steps.slice(0, mostSteps)) {
    const typeId = fromGlobalId('TicketType', String(ticketType));
    if (typeId !== null) byType.set(typeId, [...(byType.get(typeId) ?? []), node]);
  }
  const parts = [...byType].map(
    ([typeId, nodes]) => sql`(ticket.type_id = ${typeId} AND ticket.id IN (SELECT ticket_step.ticket_id FROM ticket_step
    WHERE ticket_step.node_id IN (${sql.join(nodes)}) AND ticket_step.is_active = 1))`,
  );
  return parts.length > 0 ? sql`(${sql.join(parts, sql` OR `)})` : sql`FALSE`;
}

/** The condition of a step filter on table `ticket`. */
export function stepCondition(asked: AskedSteps): RawBuilder<boolean> {
  const parts = [
    ...(asked.in ? [atAny(asked.in)] : []),
    ...(asked.notIn ? [sql<boolean>`NOT ${atAny(asked.notIn)}`] : []),
  ];
  return parts.length > 0 ? sql`(${sql.join(parts, sql` AND `)})` : sql`TRUE`;
}

const FilterableStepType = builder.objectRef<FilterableStep>('FilterableStep').implement({
  description: 'A step at which tickets can be found, as `TicketFilter.step` names it.',
  fields: (t) => ({
    ticketType: t.field({ type: TicketType, resolve: (step) => step.typeId }),
    node: t.exposeString('node'),
    name: t.field({ type: LocalizedTextType, resolve: (step) => step.name }),
  }),
});

builder.queryField('ticketFilterSteps', (t) =>
  t.field({
    type: [FilterableStepType],
    description: 'The steps of the flows of all published types at which tickets can be.',
    resolve: (_root, _args, context) => filterSteps(context),
  }),
);
