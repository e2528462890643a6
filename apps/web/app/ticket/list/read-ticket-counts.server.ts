import { executeOperation } from '~/graphql/execute.server.ts';
import { ticketCountsQuery } from './list-operations.ts';
import type { TicketViewKey } from './ticket-views.ts';

/** How many tickets the lists that everybody has hold for this person. */
export async function readTicketCounts(request: Request): Promise<Partial<Record<TicketViewKey, number>>> {
  const counts = await executeOperation(request, ticketCountsQuery);
  return {
    to_handle: counts.toHandle.totalCount.value,
    group_to_claim: counts.groupToClaim.totalCount.value,
    overdue: counts.overdue.totalCount.value,
    open: counts.open.totalCount.value,
    drafts: counts.drafts.totalCount.value,
  };
}
