import { graphql } from '~/graphql/graphql.ts';
import { faultFragment } from '~/graphql/mutation-result.ts';

export const creatableTypesQuery = graphql(`
  query CreatableTypes {
    ticketTypes {
      id
      key
      mayCreate
      name {
        text
      }
    }
  }
`);

export const newTicketQuery = graphql(`
  query NewTicket($ids: [ID!]!) {
    nodes(ids: $ids) {
      __typename
      id
      ... on TicketType {
        currentVersion {
          definition
        }
      }
      ... on Customer {
        name
        phones {
          national
        }
      }
      ... on Ticket {
        number
        title
        urgency
        answers
        status
        contactName
        contactPhone
        updatedAt
        type {
          id
        }
        customer {
          id
          name
        }
        parent {
          id
          number
          title
          contactName
          contactPhone
          customer {
            id
            name
          }
        }
      }
    }
  }
`);

export const createTicketMutation = graphql(
  `
    mutation CreateTicket($input: CreateTicketInput!) {
      outcome: createTicket(input: $input) {
        __typename
        ...Fault
        ... on CreateTicketSuccess {
          ticket {
            number
          }
        }
      }
    }
  `,
  [faultFragment],
);
