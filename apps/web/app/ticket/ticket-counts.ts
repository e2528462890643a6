import { graphql } from '~/graphql/graphql.ts';

/** How many tickets wait in the lists that everybody has, beside what is to be handled. */
export const ticketCountsFragment = graphql(`
  fragment WaitingTickets on Query @_unmask {
    groupToClaim: tickets(first: 1, view: GROUP_TO_CLAIM) {
      totalCount {
        value
      }
    }
    overdue: tickets(first: 1, view: OVERDUE) {
      totalCount {
        value
      }
    }
    drafts: tickets(first: 1, view: DRAFTS) {
      totalCount {
        value
      }
    }
  }
`);
