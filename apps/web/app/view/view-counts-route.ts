import type { LoaderFunctionArgs } from '@remix-run/node';
import { executeOperation } from '~/graphql/execute.server.ts';
import { readTicketCounts } from '~/ticket/list/read-ticket-counts.server.ts';
import { savedViewCountsQuery } from './view-operations.ts';

/** How many rows each view of a list has now, by the view's name or id. */
export async function loader({ request }: LoaderFunctionArgs): Promise<Record<string, number>> {
  const list = new URL(request.url).searchParams.get('list') === 'CUSTOMERS' ? 'CUSTOMERS' : 'TICKETS';
  const [own, { savedViews }] = await Promise.all([
    list === 'TICKETS' ? readTicketCounts(request) : {},
    executeOperation(request, savedViewCountsQuery, { list }),
  ]);
  const saved = savedViews.flatMap(({ id, totalCount }) => (totalCount ? [[id, totalCount.value] as const] : []));
  return { ...own, ...Object.fromEntries(saved) };
}
