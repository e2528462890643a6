import { graphql } from '~/graphql/graphql.ts';
import { ticketCountsFragment } from '../ticket-counts.ts';
import { ticketRowFragment } from '../ticket-row.ts';

export const ticketListQuery = graphql(
  `
    query TicketList(
      $view: TicketView!
      $filter: TicketFilter
      $orderBy: TicketOrder!
      $isReversed: Boolean!
      $after: String
    ) {
      tickets(first: 100, after: $after, view: $view, filter: $filter, orderBy: $orderBy, isReversed: $isReversed) {
        totalCount {
          value
          isExact
        }
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          node {
            ...TicketRow
          }
        }
      }
    }
  `,
  [ticketRowFragment],
);

/** How many tickets the lists that everybody has hold. */
export const ticketCountsQuery = graphql(
  `
    query TicketCounts {
      toHandle: tickets(first: 1, view: TO_HANDLE) {
        totalCount {
          value
        }
      }
      open: tickets(first: 1, view: OPEN) {
        totalCount {
          value
        }
      }
      ...WaitingTickets
    }
  `,
  [ticketCountsFragment],
);

/** What the filters can choose from. */
export const ticketFactsQuery = graphql(`
  query TicketFacts {
    ticketTypes {
      id
      name {
        text
      }
    }
    tags {
      id
      path
    }
    viewer {
      agent {
        id
        name
        serviceGroups {
          id
          name
          members {
            id
            name
          }
        }
      }
    }
  }
`);
