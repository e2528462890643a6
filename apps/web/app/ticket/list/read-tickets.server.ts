import { executeOperation } from '~/graphql/execute.server.ts';
import { readListUrl } from '~/list/list-url.ts';
import { companyZone } from '~/shell/company-zone.server.ts';
import { readConditions, readViews } from '~/view/read-views.server.ts';
import { ticketListQuery } from './list-operations.ts';
import { readTicketOrder, ticketChipOf, ticketFilterOf, type TicketOrdering } from './read-ticket-filter.ts';
import { isTicketView, ticketViews, viewOf } from './ticket-views.ts';

/** One page of the list that the address of `request` asks for; `after` is the cursor where it goes on. */
export async function readTickets(request: Request) {
  const search = new URL(request.url).searchParams;
  const state = readListUrl(search);
  const [views, zone] = await Promise.all([readViews(request, 'TICKETS', state, 'to_handle'), companyZone(request)]);
  const saved = views.saved.find(({ id }) => id === views.active)?.query ?? null;
  const view = viewOf(saved ? (saved.view?.toLowerCase() ?? 'all') : views.active);
  const isByDueTime = view === 'to_handle' || view === 'group_to_claim' || view === 'overdue';
  const { filters: viewFilters, rest } = readConditions(saved?.filter, (each) => ticketChipOf(each, zone));
  const ordering = saved?.orderBy
    ? { orderBy: saved.orderBy as TicketOrdering['orderBy'], isReversed: saved.isReversed }
    : { orderBy: isByDueTime ? ('DUE_AT' as const) : ('UPDATED_AT' as const), isReversed: false };
  const order = readTicketOrder(state.sort, ordering);
  const filters = state.filters ?? viewFilters;
  const { tickets } = await executeOperation(request, ticketListQuery, {
    view: ticketViews[view],
    filter: ticketFilterOf(filters, rest, state.query, zone),
    ...order,
    after: search.get('after'),
  });
  return {
    rows: tickets.edges.map((edge) => edge.node),
    total: tickets.totalCount,
    endCursor: tickets.pageInfo.hasNextPage ? tickets.pageInfo.endCursor : null,
    views: { ...views, active: saved || isTicketView(views.active) ? views.active : view },
    viewFilters,
    hasMoreConditions: rest.length > 0,
    /** What shows now, as a view keeps it. */
    shown: { view: ticketViews[view], filter: ticketFilterOf(filters, rest, '', zone), ...order },
  };
}
