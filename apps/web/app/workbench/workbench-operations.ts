import { graphql } from '~/graphql/graphql.ts';
import { decisionsFragment } from './decisions-operations.ts';
import { ticketCountsFragment } from '~/ticket/ticket-counts.ts';
import { ticketRowFragment } from '~/ticket/ticket-row-fragment.ts';

export const workbenchQuery = graphql(
  `
    query Workbench($dayStart: DateTime!, $dayEnd: DateTime!) {
      toHandle: tickets(first: 8, view: TO_HANDLE, orderBy: DUE_AT) {
        totalCount {
          value
        }
        edges {
          node {
            ...TicketRow
          }
        }
      }
      dueToday: tickets(first: 1, view: TO_HANDLE, filter: { due: { gte: $dayStart, lt: $dayEnd } }) {
        totalCount {
          value
        }
      }
      ...WaitingTickets
      ...Decisions
      notifications(first: 10) {
        edges {
          node {
            id
            kind
            params
            createdAt
            ticket {
              number
              title
            }
          }
        }
      }
      calls(first: 8, filter: { startedAt: { gte: $dayStart } }) {
        totalCount {
          value
        }
        edges {
          node {
            id
            direction
            startedAt
            status
            talkSeconds
            answeredAt
            customer {
              id
              name
            }
            customerNumber {
              masked
              national
            }
          }
        }
      }
    }
  `,
  [ticketRowFragment, ticketCountsFragment, decisionsFragment],
);
