import { graphql } from '~/graphql/graphql.ts';

export const mentionChoicesQuery = graphql(`
  query MentionChoices($ticketId: ID!, $search: String!) {
    node(id: $ticketId) {
      ... on Ticket {
        mentionChoices(search: $search) {
          maySee
          agent {
            id
            name
            department {
              name
            }
          }
        }
      }
    }
  }
`);
