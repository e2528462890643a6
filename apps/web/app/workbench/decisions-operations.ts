import { graphql } from '~/graphql/graphql.ts';

/** What waits for the person's decision. */
export const decisionsFragment = graphql(`
  fragment Decisions on Query @_unmask {
    extensionRequestsToDecide(first: 8) {
      totalCount {
        value
      }
      edges {
        node {
          id
          reason
          dueBefore
          dueAt
          askedBy {
            name
          }
          ticket {
            number
            title
          }
        }
      }
    }
  }
`);
