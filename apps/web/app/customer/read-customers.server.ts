import { executeOperation } from '~/graphql/execute.server.ts';
import type { VariablesOf } from '~/graphql/graphql.ts';
import { readListUrl, type Filter } from '~/list/list-url.ts';
import { customerListQuery } from './customer-operations.ts';

type Variables = VariablesOf<typeof customerListQuery>;
type CustomerFilter = NonNullable<Variables['filter']>;

const orders: Record<string, NonNullable<Variables['orderBy']>> = {
  name: 'NAME',
  updated: 'UPDATED_AT',
  created: 'CREATED_AT',
  contact: 'LAST_CONTACT_AT',
};

function conditionOf({ field, operator, values }: Filter): CustomerFilter {
  const [first = ''] = values;
  switch (field) {
    case 'phone':
    case 'search':
      return { [field]: first };
    case 'owner':
    case 'kind':
    case 'level':
    case 'source':
      return { [field]: { [operator === 'not' ? 'notIn' : 'in']: values } };
    default:
      return { [field]: operator === 'not' ? { not: first } : operator === 'is' ? { eq: first } : { contains: first } };
  }
}

/** One page of the customers that the address of `request` asks for; `after` is the cursor where it goes on. */
export async function readCustomers(request: Request) {
  const search = new URL(request.url).searchParams;
  const { filters, sort, query } = readListUrl(search);
  const conditions = (filters ?? []).map(conditionOf);
  if (query) conditions.push({ search: query });
  const { customers } = await executeOperation(request, customerListQuery, {
    filter: conditions.length > 0 ? { and: conditions } : null,
    orderBy: orders[sort?.column ?? 'updated'] ?? 'UPDATED_AT',
    after: search.get('after'),
  });
  return {
    rows: customers.edges.map((edge) => edge.node),
    total: customers.totalCount,
    endCursor: customers.pageInfo.hasNextPage ? customers.pageInfo.endCursor : null,
  };
}

export type CustomerRow = Awaited<ReturnType<typeof readCustomers>>['rows'][number];
