import { executeOperation } from '~/graphql/execute.server.ts';
import type { VariablesOf } from '~/graphql/graphql.ts';
import { conditionsOf } from '~/list/conditions.ts';
import { readListUrl, type Comparison, type Filter, type FilterOperator } from '~/list/list-url.ts';
import { isDeepEqual } from '~/view/deep-equal.ts';
import { readConditions, readViews } from '~/view/read-views.server.ts';
import { companyZone } from '~/shell/company-zone.server.ts';
import {
  designedComparison,
  designedCondition,
  isDesigned,
  type DesignedField,
} from '~/ticket/list/designed-filter.ts';
import { customerFilterFieldsQuery, customerListQuery } from './customer-operations.ts';

type Variables = VariablesOf<typeof customerListQuery>;
type CustomerFilter = NonNullable<Variables['filter']>;

type Order = NonNullable<Variables['orderBy']>;

const orders: Record<string, Order> = {
  name: 'NAME',
  updated: 'UPDATED_AT',
  created: 'CREATED_AT',
  contact: 'LAST_CONTACT_AT',
};

const choiceFields = ['owner', 'kind', 'level', 'typeKey', 'sourceKey', 'tag'];
const searchFields = ['phone', 'search'];

/** What conditions on chosen fields are read and written with. */
interface Ground {
  designed: readonly DesignedField[];
  timeZone: string;
}

const noGround: Ground = { designed: [], timeZone: 'UTC' };

function conditionOf(comparison: Comparison, { designed, timeZone }: Ground): CustomerFilter {
  const { field, operator, values } = comparison;
  const [first = ''] = values;
  if (isDesigned(field)) return designedCondition(designed, comparison, timeZone);
  if (searchFields.includes(field)) return { [field]: first };
  if (choiceFields.includes(field)) return { [field]: { [operator === 'not' ? 'notIn' : 'in']: values } };
  return { [field]: operator === 'not' ? { not: first } : operator === 'is' ? { eq: first } : { contains: first } };
}

const chipFields = [...choiceFields, ...searchFields, 'name', 'company'];
const operatorOf: Record<string, FilterOperator> = {
  in: 'any',
  notIn: 'not',
  not: 'not',
  eq: 'is',
  contains: 'contains',
};

/** The comparison that a condition was written from; null if the page has none that says it. */
export function customerComparisonOf(condition: object, ground: Ground = noGround): Comparison | null {
  if ('fields' in condition) return designedComparison(ground.designed, condition, ground.timeZone);
  const [entry] = Object.entries<unknown>({ ...condition });
  const [field, test] = entry ?? ['', null];
  if (!chipFields.includes(field)) return null;
  const [comparison] = Object.entries<unknown>(typeof test === 'object' && test !== null ? { ...test } : { eq: test });
  const [name, value] = comparison ?? ['', null];
  const operator = searchFields.includes(field) ? 'contains' : operatorOf[name];
  if (!operator) return null;
  const chip: Comparison = { field, operator, values: (Array.isArray(value) ? value : [value]).map(String) };
  return isDeepEqual(conditionOf(chip, ground), condition) ? chip : null;
}

const filterOf = (
  filters: readonly Filter[],
  rest: readonly object[],
  query: string,
  ground: Ground,
): CustomerFilter | null => {
  const conditions: CustomerFilter[] = [...rest, ...conditionsOf(filters, (each) => conditionOf(each, ground))];
  if (query) conditions.push({ search: query });
  return conditions.length > 0 ? { and: conditions } : null;
};

/** Whether an order of the schema begins with the largest. */
const isDescending = (orderBy: Order) => orderBy !== 'NAME';

/** One page of the customers that the address of `request` asks for; `after` is the cursor where it goes on. */
export async function readCustomers(request: Request) {
  const search = new URL(request.url).searchParams;
  const state = readListUrl(search);
  const [views, timeZone, { customerFilterFields: designed }] = await Promise.all([
    readViews(request, 'CUSTOMERS', state, 'all'),
    companyZone(request),
    executeOperation(request, customerFilterFieldsQuery),
  ]);
  const ground = { designed, timeZone };
  const saved = views.saved.find(({ id }) => id === views.active)?.query ?? null;
  const { filters: viewFilters, rest } = readConditions(saved?.filter, (each) => customerComparisonOf(each, ground));
  const filters = state.filters ?? viewFilters;
  const asked = orders[state.sort?.column ?? ''];
  const order =
    asked && state.sort
      ? { orderBy: asked, isReversed: state.sort.isDescending !== isDescending(asked) }
      : { orderBy: (saved?.orderBy ?? 'UPDATED_AT') as Order, isReversed: saved?.isReversed ?? false };
  const { customers } = await executeOperation(request, customerListQuery, {
    filter: filterOf(filters, rest, state.query, ground),
    ...order,
    after: search.get('after'),
  });
  return {
    rows: customers.edges.map((edge) => edge.node),
    total: customers.totalCount,
    endCursor: customers.pageInfo.hasNextPage ? customers.pageInfo.endCursor : null,
    views: { ...views, active: saved ? views.active : 'all' },
    viewFilters,
    /** The chosen fields that it can be narrowed by. */
    designed,
    hasMoreConditions: rest.length > 0,
    /** What shows now, as a view keeps it. */
    shown: { view: null, filter: filterOf(filters, rest, '', ground), ...order },
  };
}

export type CustomerRow = Awaited<ReturnType<typeof readCustomers>>['rows'][number];
