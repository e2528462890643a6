import type { VariablesOf } from '~/graphql/graphql.ts';
import type { Sort } from '~/list/list-url.ts';
import type { ticketListQuery } from './list-operations.ts';

type Variables = VariablesOf<typeof ticketListQuery>;

/** Each sortable column, and whether its order in the schema begins with the largest. */
const orders = {
  due: { orderBy: 'DUE_AT', isDescending: false },
  urgency: { orderBy: 'URGENCY', isDescending: true },
  updated: { orderBy: 'UPDATED_AT', isDescending: true },
} as const;

export type TicketOrdering = Pick<Variables, 'orderBy' | 'isReversed'>;

/** The order that the address asks for, else the view's own. */
export function readTicketOrder(sort: Sort | null, ofView: TicketOrdering): TicketOrdering {
  if (!sort || !(sort.column in orders)) return ofView;
  const { orderBy, isDescending } = orders[sort.column as keyof typeof orders];
  return { orderBy, isReversed: sort.isDescending !== isDescending };
}
