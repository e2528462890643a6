import { graphql } from '~/graphql/graphql.ts';

/** One line of a ticket's history, its own or of one that was merged into it. */
export const historyLineFragment = graphql(`
  fragment HistoryLine on TicketEvent @_unmask {
    id
    sequence
    kind
    at
    body
    rule {
      text
    }
    cause {
      kind
      name
    }
    subTicket {
      number
      title
    }
    otherTicket {
      number
      title
    }
    actor {
      id
      name
    }
    toAgent {
      name
    }
    toGroupName
    standIns {
      agent {
        id
        name
      }
      forAgent {
        name
      }
      until
    }
    nodeName {
      text
    }
    changes {
      field
      from
      to
    }
    trace
  }
`);
