import { sql } from 'kysely';
import type { Context } from '../platform/context.ts';
import { savedViewDescription, savedViewIdOf } from '../view/saved-view-arg.ts';
import { defineViewList, openView } from '../view/view-list.ts';
import type { OrderColumn } from '../graphql/connection.ts';
import { countRows, readIds, readPage } from '../graphql/connection.ts';
import { builder } from '../graphql/builder.ts';
import { TagFilter, tagCondition } from '../tag/tag-filter.graphql.ts';
import { defineFilter } from '../graphql/filter.ts';
import { customerFieldCondition, FieldFilter } from '../ticket/answer/field-filter.graphql.ts';
import { customersInReach, type CustomerRow } from './customer-access.ts';
import { Customer, CustomerKind, CustomerLevel, CustomerSource } from './customer.graphql.ts';
import { phoneCondition, searchCondition } from './find-customers.sql.ts';

export const customerFilter = defineFilter('CustomerFilter', {
  name: { kind: 'text', column: 'customer.name' },
  company: { kind: 'text', column: 'customer.company' },
  region: { kind: 'text', column: 'customer.region' },
  kind: { kind: 'enum', type: CustomerKind, name: 'CustomerKind', column: 'customer.kind' },
  level: { kind: 'enum', type: CustomerLevel, name: 'CustomerLevel', column: 'customer.level' },
  source: { kind: 'enum', type: CustomerSource, name: 'CustomerSource', column: 'customer.source' },
  sourceKey: {
    kind: 'text',
    column: 'customer.source',
    description: 'The key of a value of the list customer-source.',
  },
  typeKey: {
    kind: 'text',
    column: 'customer.type',
    description: 'The key of a value of the list customer-type.',
  },
  owner: { kind: 'id', node: 'Agent', column: 'customer.owner_id' },
  createdAt: { kind: 'date', column: 'customer.created_at' },
  updatedAt: { kind: 'date', column: 'customer.updated_at' },
  lastContactAt: { kind: 'date', column: 'customer.last_contact_at' },
  fields: {
    kind: 'custom',
    type: [FieldFilter],
    description: 'Conditions on chosen fields that are searchable, all of which hold.',
    where: customerFieldCondition,
  },
  tag: { kind: 'custom', type: TagFilter, where: tagCondition('customer.id') },
  phone: {
    kind: 'custom',
    type: 'String',
    description: 'A number in any writing, or its last digits (four at least).',
    where: (typed: string, context) => phoneCondition(typed, context),
  },
  search: {
    kind: 'custom',
    type: 'String',
    description: 'Name, company or address, also by pinyin; or a phone number in any writing.',
    where: (text: string, context) => searchCondition(text, context),
  },
});

type Order = 'name' | 'updated_at' | 'created_at' | 'last_contact_at';

const CustomerOrder = builder.enumType('CustomerOrder', {
  values: {
    NAME: { value: 'name', description: 'By pinyin.' },
    UPDATED_AT: { value: 'updated_at', description: 'Newest first.' },
    CREATED_AT: { value: 'created_at', description: 'Newest first.' },
    LAST_CONTACT_AT: { value: 'last_contact_at', description: 'Newest first.' },
  } as const,
});

const orders: Record<Order, OrderColumn> = {
  name: { column: 'customer.name_pinyin', direction: 'asc', valueOf: (row: CustomerRow) => row.namePinyin },
  updated_at: { column: 'customer.updated_at', direction: 'desc', valueOf: (row: CustomerRow) => row.updatedAt },
  created_at: { column: 'customer.created_at', direction: 'desc', valueOf: (row: CustomerRow) => row.createdAt },
  last_contact_at: {
    column: 'customer.last_contact_at',
    direction: 'desc',
    valueOf: (row: CustomerRow) => row.lastContactAt,
  },
};

async function queryCustomers(context: Context, filters: (Record<string, unknown> | null | undefined)[]) {
  const conditions = await Promise.all(filters.map((filter) => customerFilter.where(filter, context)));
  return context.db
    .selectFrom('customer')
    .selectAll()
    .where(await customersInReach(context, 'customer.read'))
    .where(sql<boolean>`(${sql.join(conditions, sql` AND `)})`);
}

defineViewList('customers', {
  viewType: null,
  filterType: 'CustomerFilter',
  orderType: 'CustomerOrder',
  count: async (context, { filter }) => countRows(await queryCustomers(context, [filter])),
  ids: async (context, { filter }, after, most) =>
    readIds(await queryCustomers(context, [filter]), 'customer.id', after, most),
});

builder.queryField('customers', (t) =>
  t.connection({
    type: Customer,
    description: "Customers in the caller's scope.",
    args: {
      savedView: t.arg.id({ description: savedViewDescription }),
      filter: t.arg({ type: customerFilter.Input, description: 'Holds beside that of the saved view.' }),
      orderBy: t.arg({ type: CustomerOrder, description: "The saved view's, else UPDATED_AT." }),
      isReversed: t.arg.boolean({ defaultValue: false, description: 'The other way round than `orderBy` says.' }),
    },
    resolve: async (_root, { savedView, filter, orderBy, isReversed, ...args }, context, info) => {
      const saved = await openView(context, info.schema, 'customers', savedViewIdOf(savedView));
      const query = await queryCustomers(context, [saved?.filter, filter]);
      const natural = orders[orderBy ?? (saved?.orderBy as Order | null | undefined) ?? 'updated_at'];
      const reversed = natural.direction === 'asc' ? 'desc' : 'asc';
      const isTurned = orderBy ? isReversed : (saved?.isReversed ?? isReversed);
      const order: OrderColumn = { ...natural, direction: isTurned ? reversed : natural.direction };
      const byId: OrderColumn = {
        column: 'customer.id',
        direction: order.direction,
        valueOf: (row: CustomerRow) => row.id,
      };
      const page = await readPage(query, [order, byId], args);
      return { ...page, countTotal: () => countRows(query) };
    },
  }),
);
