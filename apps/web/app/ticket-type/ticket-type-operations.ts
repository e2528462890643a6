import { graphql } from '~/graphql/graphql.ts';
import { faultFragment } from '~/graphql/mutation-result.ts';

export const ticketTypesQuery = graphql(`
  query TicketTypes {
    ticketTypes {
      id
      key
      name {
        text
      }
      prefix
      isActive
      updatedAt
      currentVersion {
        number
      }
      draft {
        id
      }
    }
    newTicketTypeDrafts {
      id
      key
      updatedAt
      updatedBy {
        name
      }
    }
  }
`);

export const ticketTypeQuery = graphql(`
  query TicketTypeRecord($id: ID!) {
    node(id: $id) {
      __typename
      ... on TicketType {
        id
        key
        name {
          text
        }
        prefix
        isActive
        currentVersion {
          id
          number
          definition
        }
        versions {
          id
          number
          publishedAt
          publishedBy {
            name
          }
        }
      }
    }
  }
`);

export const publishTicketTypeMutation = graphql(
  `
    mutation PublishTicketType($input: PublishTicketTypeInput!) {
      publishTicketType(input: $input) {
        __typename
        ... on PublishTicketTypeSuccess {
          ticketType {
            id
            name {
              text
            }
          }
        }
        ...Fault
      }
    }
  `,
  [faultFragment],
);

export const setTicketTypeActiveMutation = graphql(
  `
    mutation SetTicketTypeActive($input: SetTicketTypeActiveInput!) {
      setTicketTypeActive(input: $input) {
        __typename
        ...Fault
      }
    }
  `,
  [faultFragment],
);
