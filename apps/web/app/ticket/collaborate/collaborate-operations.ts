import { historyLineFragment } from '../page/history-line.ts';
import { graphql, type ResultOf } from '~/graphql/graphql.ts';

/** What the sections of a ticket's page that people share show. */
export const collaborationFragment = graphql(
  `
    fragment Collaboration on Ticket @_unmask {
      checklist {
        id
        text
        isDone
        isRequired
        isOfStep
        doneAt
        doneBy {
          name
        }
        assignee {
          name
        }
      }
      isWatching
      watchers {
        id
        name
      }
      mayMerge
      mergedInto {
        into {
          number
          title
        }
        undoUntil
        mayUndo
      }
      mergedTickets {
        number
        title
        at
        undoUntil
        mayUndo
        ticket {
          id
        }
        notes {
          ...HistoryLine
        }
      }
      split {
        undoUntil
        mayUndo
      }
      mayLink
      links {
        id
        relation
        mayUnlink
        ticket {
          id
          number
          title
          status
        }
      }
      extensionOffer {
        stepId
        isOpen
        refusal
        dueAt
        opensAt
      }
      extensionRequests {
        id
        status
        reason
        dueBefore
        dueAt
        createdAt
        comment
        mayDecide
        mayWithdraw
        askedBy {
          name
        }
        approver {
          name
        }
        decidedBy {
          name
        }
      }
    }
  `,
  [historyLineFragment],
);

export type Collaboration = ResultOf<typeof collaborationFragment>;
export type ExtensionRequest = Collaboration['extensionRequests'][number];

export type ChecklistItem = Collaboration['checklist'][number];
export type TicketLink = Collaboration['links'][number];
