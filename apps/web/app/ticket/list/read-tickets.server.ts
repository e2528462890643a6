import { executeOperation } from '~/graphql/execute.server.ts';
import { readListUrl } from '~/list/list-url.ts';
import { companyZone } from '~/shell/company-zone.server.ts';
import { ticketListQuery } from './list-operations.ts';
import { readTicketFilter, readTicketOrder } from './read-ticket-filter.ts';
import { ticketViews, viewOf } from './ticket-views.ts';

/** One page of the list that the address of `request` asks for; `after` is the cursor where it goes on. */
export async function readTickets(request: Request) {
  const search = new URL(request.url).searchParams;
  const state = readListUrl(search);
  const view = viewOf(state.view);
  const isByDueTime = view === 'to_handle' || view === 'group_to_claim' || view === 'overdue';
  const { tickets } = await executeOperation(request, ticketListQuery, {
    view: ticketViews[view],
    filter: readTicketFilter(state, await companyZone(request)),
    ...readTicketOrder(state.sort, isByDueTime),
    after: search.get('after'),
  });
  return {
    rows: tickets.edges.map((edge) => edge.node),
    total: tickets.totalCount,
    endCursor: tickets.pageInfo.hasNextPage ? tickets.pageInfo.endCursor : null,
  };
}
