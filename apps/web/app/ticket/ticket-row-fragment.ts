import { graphql, type ResultOf } from '~/graphql/graphql.ts';

/** What a list says of a ticket. */
export const ticketRowFragment = graphql(`
  fragment TicketRow on Ticket @_unmask {
    id
    number
    title
    status
    urgency
    slaState
    dueAt
    nodeName
    tags {
      id
      name
      path
    }
    createdAt
    updatedAt
    type {
      name {
        text
      }
    }
    customer {
      id
      name
    }
    handler {
      id
      name
    }
    group {
      name
    }
    steps {
      stepId
      actions
      isActive
    }
  }
`);

export type TicketRow = ResultOf<typeof ticketRowFragment>;
