import { graphql, type ResultOf } from '~/graphql/graphql.ts';
import { collaborationFragment } from '../collaborate/collaborate-operations.ts';
import { historyLineFragment } from './history-line.ts';

export const ticketQuery = graphql(
  `
    query TicketPage($number: String!, $followMerge: Boolean) {
      ticket(number: $number, followMerge: $followMerge) {
        id
        number
        title
        status
        source
        urgency
        slaState
        dueAt
        createdAt
        completedAt
        answers
        actions
        contactName
        contactPhone
        sequence
        tags {
          id
          path
        }
        type {
          id
          name {
            text
          }
        }
        version {
          number
          definition
        }
        parent {
          number
          title
        }
        subTickets {
          id
          number
          title
          status
          slaState
          dueAt
          createdAt
          handler {
            name
          }
          group {
            name
          }
        }
        customer {
          id
          name
          level
          company
          address
          remark
          phones {
            id
            masked
            national
            location
          }
        }
        steps {
          stepId
          nodeId
          nodeKind
          name {
            text
          }
          assignee {
            id
            name
          }
          group {
            name
          }
          candidates {
            id
            name
          }
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
          since
          acceptedAt
          finishedAt
          finishedBy {
            name
          }
          outcome
          isActive
          isSuspended
          actions
          rollbackTargets {
            nodeId
            name {
              text
            }
          }
        }
        clocks {
          key
          kind
          nodeName {
            text
          }
          status
          isBreached
          targetSeconds
          elapsedSeconds
          dueAt
          finishedAt
          startedAt
          explanation {
            text
          }
          ledger {
            kind
            from
            to
            seconds
            reason {
              text
            }
          }
        }
        policy {
          name {
            text
          }
          isChosen
          isFallback
          because
          customerTypes {
            key
            label {
              text
            }
          }
          customerSources {
            key
            label {
              text
            }
          }
          calendar
        }
        upcoming {
          at
          kind
          clock
          to
        }
        workDrafts {
          stepId
          content
          updatedAt
        }
        answerNames {
          id
          name
        }
        files {
          id
          name
          sizeBytes
          url
        }
        courierNumbers {
          field
          number
          label {
            text
          }
        }
        calls {
          id
          direction
          status
          startedAt
          answeredAt
          talkSeconds
          agent {
            name
          }
          recordings {
            id
            url
            durationSeconds
          }
        }
        history {
          ...HistoryLine
        }
        ...Collaboration
      }
    }
  `,
  [historyLineFragment, collaborationFragment],
);

export type TicketPageData = NonNullable<ResultOf<typeof ticketQuery>['ticket']>;
export type TicketStep = TicketPageData['steps'][number];
export type TicketEvent = TicketPageData['history'][number];
export type TicketClock = TicketPageData['clocks'][number];

export const openTicketsQuery = graphql(`
  query OpenTickets($customerId: ID!) {
    tickets(first: 10, view: OPEN, filter: { customer: { eq: $customerId } }) {
      edges {
        node {
          id
          number
          title
          status
        }
      }
    }
  }
`);
