import { executeOperation } from '~/graphql/execute.server.ts';
import { readListUrl } from '~/list/list-url.ts';
import { companyZone } from '~/shell/company-zone.server.ts';
import { readConditions, readViews } from '~/view/read-views.server.ts';
import { filterNamesQuery, ticketFilterFieldsQuery, ticketListQuery } from './list-operations.ts';
import { columnNeeds } from './column-needs.ts';
import { readTicketOrder, type TicketOrdering } from './read-ticket-order.ts';
import { referredIds, ticketComparisonOf, ticketFilterOf } from './ticket-conditions.ts';
import { isTicketView, ticketViews, viewOf } from './ticket-views.ts';

/** One page of the list that the address of `request` asks for; `after` is the cursor where it goes on. */
export async function readTickets(request: Request) {
  const search = new URL(request.url).searchParams;
  const state = readListUrl(search);
  const [views, timeZone, { ticketFilterFields: designed }] = await Promise.all([
    readViews(request, 'TICKETS', state, 'to_handle'),
    companyZone(request),
    executeOperation(request, ticketFilterFieldsQuery),
  ]);
  const ground = { designed, timeZone };
  const saved = views.saved.find(({ id }) => id === views.active)?.query ?? null;
  const view = viewOf(saved ? (saved.view?.toLowerCase() ?? 'all') : views.active);
  const isByDueTime = view === 'to_handle' || view === 'group_to_claim' || view === 'overdue';
  const { filters: viewFilters, rest } = readConditions(saved?.filter, (each) => ticketComparisonOf(each, ground));
  const ordering = saved?.orderBy
    ? { orderBy: saved.orderBy as TicketOrdering['orderBy'], isReversed: saved.isReversed }
    : { orderBy: isByDueTime ? ('DUE_AT' as const) : ('UPDATED_AT' as const), isReversed: false };
  const order = readTicketOrder(state.sort, ordering);
  const filters = state.filters ?? viewFilters;
  const ids = [...new Set(referredIds(filters, designed))].slice(0, 100);
  const reading = ids.length > 0 ? executeOperation(request, filterNamesQuery, { ids }) : null;
  const { tickets } = await executeOperation(request, ticketListQuery, {
    view: ticketViews[view],
    filter: ticketFilterOf(filters, rest, state.query, ground),
    ...order,
    ...columnNeeds(views.choices.columns[views.active] ?? saved?.columns ?? []),
    after: search.get('after'),
  });
  return {
    rows: tickets.edges.map((edge) => edge.node),
    total: tickets.totalCount,
    endCursor: tickets.pageInfo.hasNextPage ? tickets.pageInfo.endCursor : null,
    views: { ...views, active: saved || isTicketView(views.active) ? views.active : view },
    viewFilters,
    /** The designed fields that it can be narrowed by. */
    designed,
    /** What the records are called that it is narrowed by. */
    names: ((await reading)?.nodes ?? []).flatMap((node) =>
      node && 'name' in node ? [{ value: node.id, label: node.name }] : [],
    ),
    hasMoreConditions: rest.length > 0,
    /** What shows now, as a view keeps it. */
    shown: { view: ticketViews[view], filter: ticketFilterOf(filters, rest, '', ground), ...order },
  };
}
