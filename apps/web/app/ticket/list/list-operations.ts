import { graphql, type ResultOf } from '~/graphql/graphql.ts';
import { ticketCountsFragment } from '../ticket-counts.ts';
import { ticketRowFragment } from '../ticket-row-fragment.ts';

export const ticketListQuery = graphql(
  `
    query TicketList(
      $view: TicketView!
      $filter: TicketFilter
      $orderBy: TicketOrder!
      $isReversed: Boolean!
      $after: String
      $hasDetails: Boolean!
      $hasAnswers: Boolean!
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
            creator @include(if: $hasDetails) {
              name
            }
            completedAt @include(if: $hasDetails)
            answers @include(if: $hasAnswers)
          }
        }
      }
    }
  `,
  [ticketRowFragment],
);

/** A row of the list; what only chosen columns show is there where they are chosen. */
export type ListedTicket = ResultOf<typeof ticketListQuery>['tickets']['edges'][number]['node'];

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

/** The designed fields by which tickets can be found. */
export const ticketFilterFieldsQuery = graphql(`
  query TicketFilterFields {
    ticketFilterFields {
      key
      type
      kind
      currency
      label {
        text
      }
      options {
        value
        label {
          text
        }
      }
    }
  }
`);

/** What records in filters are called. */
export const filterNamesQuery = graphql(`
  query FilterNames($ids: [ID!]!) {
    nodes(ids: $ids) {
      ... on Agent {
        id
        name
      }
      ... on Department {
        id
        name
      }
      ... on Customer {
        id
        name
      }
    }
  }
`);

/** What the filters can choose from. */
export const ticketFactsQuery = graphql(`
  query TicketFacts {
    ticketFilterSteps {
      node
      name {
        text
      }
      ticketType {
        id
      }
    }
    ticketTypes {
      id
      name {
        text
      }
    }
    departments {
      id
      name
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
