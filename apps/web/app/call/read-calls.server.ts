import { dayOf } from '~/format/wall-time.ts';
import { executeOperation } from '~/graphql/execute.server.ts';
import type { VariablesOf } from '~/graphql/graphql.ts';
import { conditionsOf } from '~/list/conditions.ts';
import { readListUrl, type Comparison } from '~/list/list-url.ts';
import { companyZone } from '~/shell/company-zone.server.ts';
import { callChoicesQuery, callListQuery } from './call-operations.ts';
import { callViews, type CallView } from './call-views.ts';

type CallFilter = NonNullable<VariablesOf<typeof callListQuery>['filter']>;

function conditionOf({ field, operator, values }: Comparison, timeZone: string): CallFilter {
  const [first = ''] = values;
  switch (field) {
    case 'phone':
      return { phone: first };
    case 'started': {
      const day = dayOf(first, timeZone);
      if (!day) return {};
      const [start, end] = day;
      return {
        startedAt: operator === 'lt' ? { lt: start } : operator === 'gt' ? { gte: end } : { gte: start, lt: end },
      };
    }
    default:
      return { [field]: { [operator === 'not' ? 'notIn' : 'in']: values } };
  }
}

const viewConditions: Record<CallView, (viewerId: string) => CallFilter[]> = {
  all: () => [],
  mine: (viewerId) => [{ agent: { eq: viewerId } }],
  missed: () => [{ direction: { eq: 'INBOUND' } }, { status: { eq: 'ENDED' } }, { answeredAt: { isEmpty: true } }],
};

/** One page of the calls that the address of `request` asks for; `after` is the cursor where it goes on. */
export async function readCalls(request: Request) {
  const search = new URL(request.url).searchParams;
  const { filters, view } = readListUrl(search);
  const [{ viewer, serviceGroups, agents }, timeZone] = await Promise.all([
    executeOperation(request, callChoicesQuery),
    companyZone(request),
  ]);
  const shown = callViews.find((each) => each === view) ?? 'all';
  const conditions = [
    ...viewConditions[shown](viewer?.agent.id ?? ''),
    ...conditionsOf(filters ?? [], (comparison) => conditionOf(comparison, timeZone)),
  ];
  const { calls } = await executeOperation(request, callListQuery, {
    filter: conditions.length > 0 ? { and: conditions } : null,
    after: search.get('after'),
  });
  return {
    list: {
      rows: calls.edges.map((edge) => edge.node),
      total: calls.totalCount,
      endCursor: calls.pageInfo.hasNextPage ? calls.pageInfo.endCursor : null,
    },
    view: shown,
    groups: serviceGroups.filter(({ kind }) => kind === 'voice').map(({ id, name }) => ({ value: id, label: name })),
    agents: agents.edges.map(({ node }) => ({ value: node.id, label: node.name })),
  };
}
