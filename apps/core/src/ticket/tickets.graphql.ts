import { sql, type RawBuilder } from 'kysely';
import { builder } from '../graphql/builder.ts';
import { countRows, readIds, readPage, type OrderColumn } from '../graphql/connection.ts';
import { defineFilter } from '../graphql/filter.ts';
import { phoneCondition } from '../customer/find-customers.sql.ts';
import type { Context } from '../platform/context.ts';
import { TagFilter, tagCondition } from '../tag/tag-filter.graphql.ts';
import { savedViewDescription, savedViewIdOf } from '../view/saved-view-arg.ts';
import { defineViewList, openView } from '../view/view-list.ts';
import { fieldCondition, FieldFilter } from './answer/field-filter.graphql.ts';
import { searchTickets } from './search-tickets.sql.ts';
import { mergeTargets } from './merge/merged-tickets.sql.ts';
import { StepFilter, stepCondition } from './step/step-filter.graphql.ts';
import { loadVisibleTickets, ticketsInReach, type TicketRow } from './ticket-access.ts';
import { WatcherFilter, watcherCondition } from './watch/watcher-filter.graphql.ts';
import { SlaState, Ticket, TicketSourceType, TicketStatus, Urgency } from './ticket.graphql.ts';

const TicketView = builder.enumType('TicketView', {
  description: 'The lists that everybody has.',
  values: {
    TO_HANDLE: { value: 'to_handle', description: 'Open steps that are with the caller.' },
    GROUP_TO_CLAIM: { value: 'group_to_claim', description: 'Open steps offered to a group of the caller.' },
    HANDLED: { value: 'handled', description: 'The caller finished a step of it.' },
    CREATED: { value: 'created', description: 'The caller made it.' },
    DRAFTS: { value: 'drafts', description: 'Not sent yet.' },
    OVERDUE: { value: 'overdue', description: 'Open, and a promise is broken.' },
    OPEN: { value: 'open', description: 'Everything open.' },
    ALL: { value: 'all', description: 'Open and finished.' },
  } as const,
});

type View = 'to_handle' | 'group_to_claim' | 'handled' | 'created' | 'drafts' | 'overdue' | 'open' | 'all';

function viewCondition(view: View, { actor }: Context): RawBuilder<boolean> {
  const me = actor.agentId;
  const steps = (condition: RawBuilder<unknown>): RawBuilder<boolean> =>
    sql`ticket.id IN (SELECT ticket_step.ticket_id FROM ticket_step WHERE ${condition})`;
  switch (view) {
    case 'to_handle':
      return steps(sql`ticket_step.assignee_id = ${me} AND ticket_step.is_active = 1`);
    case 'group_to_claim':
      return actor.groupIds.length
        ? steps(
            sql`ticket_step.group_id IN (${sql.join([...actor.groupIds])}) AND ticket_step.assignee_id IS NULL AND ticket_step.is_active = 1`,
          )
        : sql`FALSE`;
    case 'handled':
      return steps(sql`ticket_step.finished_by_id = ${me}`);
    case 'created':
      return sql`(ticket.creator_id = ${me} AND ticket.status <> 'draft')`;
    case 'drafts':
      return sql`(ticket.creator_id = ${me} AND ticket.status = 'draft')`;
    case 'overdue':
      return sql`(ticket.is_active = 1 AND ticket.sla_state = 'breached')`;
    case 'open':
      return sql`ticket.is_active = 1`;
    case 'all':
      return sql`ticket.status <> 'draft'`;
  }
}

export const ticketFilter = defineFilter('TicketFilter', {
  number: { kind: 'text', column: 'ticket.number' },
  title: { kind: 'text', column: 'ticket.title' },
  status: { kind: 'enum', type: TicketStatus, name: 'TicketStatus', column: 'ticket.status' },
  urgency: { kind: 'enum', type: Urgency, name: 'Urgency', column: 'ticket.urgency' },
  slaState: { kind: 'enum', type: SlaState, name: 'SlaState', column: 'ticket.sla_state' },
  source: { kind: 'enum', type: TicketSourceType, name: 'TicketSource', column: 'ticket.source' },
  type: { kind: 'id', node: 'TicketType', column: 'ticket.type_id' },
  customer: { kind: 'id', node: 'Customer', column: 'ticket.customer_id' },
  handler: { kind: 'id', node: 'Agent', column: 'ticket.handler_id' },
  creator: { kind: 'id', node: 'Agent', column: 'ticket.creator_id' },
  group: { kind: 'id', node: 'ServiceGroup', column: 'ticket.group_id' },
  department: { kind: 'id', node: 'Department', column: 'ticket.department_id' },
  parent: { kind: 'id', node: 'Ticket', column: 'ticket.parent_id' },
  node: { kind: 'text', column: 'ticket.node_id', description: 'The id of the present node.' },
  isActive: { kind: 'boolean', column: 'ticket.is_active' },
  due: { kind: 'date', column: 'ticket.due_at' },
  createdAt: { kind: 'date', column: 'ticket.created_at' },
  updatedAt: { kind: 'date', column: 'ticket.updated_at' },
  completedAt: { kind: 'date', column: 'ticket.completed_at' },
  phone: {
    kind: 'custom',
    type: 'String',
    description: "The customer's number in any writing, or its last digits.",
    where: async (typed: string, context) =>
      sql`ticket.customer_id IN (SELECT customer.id FROM customer WHERE ${await phoneCondition(typed, context)})`,
  },
  step: { kind: 'custom', type: StepFilter, where: stepCondition },
  watcher: { kind: 'custom', type: WatcherFilter, where: watcherCondition },
  tag: { kind: 'custom', type: TagFilter, where: tagCondition('ticket.id') },
  search: {
    kind: 'custom',
    type: 'String',
    description: 'Number, title or customer, also by pinyin.',
    where: (text: string) => searchTickets(text),
  },
  fields: {
    kind: 'custom',
    type: [FieldFilter],
    description: 'Searchable designed fields; all must hold.',
    where: fieldCondition,
  },
});

/** What a page is ordered by. Whole rows would be sorted in a table on the database's disk, for the JSON in them. */
type OrderedRow = Pick<TicketRow, 'id' | 'updatedAt' | 'createdAt' | 'dueAt' | 'urgencyRank'>;

type Order = 'updated_at' | 'created_at' | 'due_at' | 'urgency';

const TicketOrder = builder.enumType('TicketOrder', {
  values: {
    UPDATED_AT: { value: 'updated_at', description: 'Newest first.' },
    CREATED_AT: { value: 'created_at', description: 'Newest first.' },
    DUE_AT: { value: 'due_at', description: 'Soonest first; those without come first.' },
    URGENCY: { value: 'urgency', description: 'Most urgent first.' },
  } as const,
});

const orders: Record<Order, OrderColumn> = {
  updated_at: { column: 'ticket.updated_at', direction: 'desc', valueOf: (row: OrderedRow) => row.updatedAt },
  created_at: { column: 'ticket.created_at', direction: 'desc', valueOf: (row: OrderedRow) => row.createdAt },
  due_at: { column: 'ticket.due_at', direction: 'asc', valueOf: (row: OrderedRow) => row.dueAt },
  urgency: { column: 'ticket.urgency_rank', direction: 'desc', valueOf: (row: OrderedRow) => row.urgencyRank },
};

async function queryTickets(context: Context, view: View, filters: (Record<string, unknown> | null | undefined)[]) {
  const conditions = await Promise.all(filters.map((filter) => ticketFilter.where(filter, context)));
  return context.db
    .selectFrom('ticket')
    .select(['ticket.id', 'ticket.updatedAt', 'ticket.createdAt', 'ticket.dueAt', 'ticket.urgencyRank'])
    .where(viewCondition(view, context))
    .where(await ticketsInReach(context, 'ticket.read'))
    .where(sql<boolean>`(${sql.join(conditions, sql` AND `)})`);
}

defineViewList('tickets', {
  viewType: 'TicketView',
  filterType: 'TicketFilter',
  orderType: 'TicketOrder',
  count: async (context, { view, filter }) => countRows(await queryTickets(context, (view ?? 'all') as View, [filter])),
  ids: async (context, { view, filter }, after, most) =>
    readIds(await queryTickets(context, (view ?? 'all') as View, [filter]), 'ticket.id', after, most),
});

builder.queryField('tickets', (t) =>
  t.connection({
    type: Ticket,
    description: "Tickets in the caller's scope.",
    args: {
      view: t.arg({ type: TicketView, description: "The saved view's, else ALL." }),
      savedView: t.arg.id({ description: savedViewDescription }),
      filter: t.arg({ type: ticketFilter.Input, description: 'Holds beside that of the saved view.' }),
      orderBy: t.arg({ type: TicketOrder, description: "The saved view's, else UPDATED_AT." }),
      isReversed: t.arg.boolean({ defaultValue: false, description: 'The other way round than `orderBy` says.' }),
    },
    resolve: async (_root, { view, savedView, filter, orderBy, isReversed, ...args }, context, info) => {
      const saved = await openView(context, info.schema, 'tickets', savedViewIdOf(savedView));
      const base = view ?? (saved?.view as View | null | undefined) ?? 'all';
      const query = await queryTickets(context, base, [saved?.filter, filter]);
      const natural = orders[orderBy ?? (saved?.orderBy as Order | null | undefined) ?? 'updated_at'];
      const reversed = natural.direction === 'asc' ? 'desc' : 'asc';
      const isTurned = orderBy ? isReversed : (saved?.isReversed ?? isReversed);
      const order: OrderColumn = { ...natural, direction: isTurned ? reversed : natural.direction };
      const byId: OrderColumn = {
        column: 'ticket.id',
        direction: order.direction,
        valueOf: (row: OrderedRow) => row.id,
      };
      const { edges, pageInfo } = await readPage(query, [order, byId], args);
      return {
        edges: edges.map(({ cursor, node }) => ({ cursor, node: node.id })),
        pageInfo,
        countTotal: () => countRows(query),
      };
    },
  }),
);

builder.queryField('ticket', (t) =>
  t.field({
    type: Ticket,
    nullable: true,
    description:
      'By its number; of one that was merged, the ticket in which it ended. Null if there is none in the caller’s scope.',
    args: {
      number: t.arg.string({ required: true }),
      followMerge: t.arg.boolean({ defaultValue: true, description: 'False for the merged ticket itself.' }),
    },
    resolve: async (_root, { number, followMerge }, context) => {
      const row = await context.db.selectFrom('ticket').select('id').where('number', '=', number).executeTakeFirst();
      if (!row || followMerge === false) return row?.id ?? null;
      const target = (await mergeTargets(context, row.id)).at(-1);
      if (!target) return row.id;
      const [seen] = await loadVisibleTickets(context, [target]);
      return seen ? target : row.id;
    },
  }),
);
