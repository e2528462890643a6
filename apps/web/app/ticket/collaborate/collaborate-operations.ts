import { graphql, type ResultOf } from '~/graphql/graphql.ts';
import { faultFragment } from '~/graphql/mutation-result.ts';

/** A note of a ticket that was merged into the one that is shown. */
const noteLineFragment = graphql(`
  fragment NoteLine on TicketEvent @_unmask {
    id
    sequence
    kind
    at
    body
    rule {
      text
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

/** What the sections of a ticket's page that people share show. */
export const collaborationFragment = graphql(
  `
    fragment Collaboration on Ticket @_unmask {
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
          ...NoteLine
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
  [noteLineFragment],
);

export type Collaboration = ResultOf<typeof collaborationFragment>;
export type ExtensionRequest = Collaboration['extensionRequests'][number];

export type TicketLink = Collaboration['links'][number];

/** What people do together on a ticket, by the name of its mutation. */
export const collaborateMutations = {
  watchTicket: graphql(
    `
      mutation WatchTicket($input: WatchTicketInput!) {
        outcome: watchTicket(input: $input) {
          __typename
          ...Fault
        }
      }
    `,
    [faultFragment],
  ),
  unwatchTicket: graphql(
    `
      mutation UnwatchTicket($input: UnwatchTicketInput!) {
        outcome: unwatchTicket(input: $input) {
          __typename
          ...Fault
        }
      }
    `,
    [faultFragment],
  ),
  mergeTickets: graphql(
    `
      mutation MergeTickets($input: MergeTicketsInput!) {
        outcome: mergeTickets(input: $input) {
          __typename
          ...Fault
        }
      }
    `,
    [faultFragment],
  ),
  undoMerge: graphql(
    `
      mutation UndoMerge($input: UndoMergeInput!) {
        outcome: undoMerge(input: $input) {
          __typename
          ...Fault
        }
      }
    `,
    [faultFragment],
  ),
  splitTicket: graphql(
    `
      mutation SplitTicket($input: SplitTicketInput!) {
        outcome: splitTicket(input: $input) {
          __typename
          ...Fault
        }
      }
    `,
    [faultFragment],
  ),
  undoSplit: graphql(
    `
      mutation UndoSplit($input: UndoSplitInput!) {
        outcome: undoSplit(input: $input) {
          __typename
          ...Fault
        }
      }
    `,
    [faultFragment],
  ),
  linkTickets: graphql(
    `
      mutation LinkTickets($input: LinkTicketsInput!) {
        outcome: linkTickets(input: $input) {
          __typename
          ...Fault
        }
      }
    `,
    [faultFragment],
  ),
  unlinkTickets: graphql(
    `
      mutation UnlinkTickets($input: UnlinkTicketsInput!) {
        outcome: unlinkTickets(input: $input) {
          __typename
          ...Fault
        }
      }
    `,
    [faultFragment],
  ),
  requestExtension: graphql(
    `
      mutation RequestExtension($input: RequestExtensionInput!) {
        outcome: requestExtension(input: $input) {
          __typename
          ...Fault
        }
      }
    `,
    [faultFragment],
  ),
  decideExtension: graphql(
    `
      mutation DecideExtension($input: DecideExtensionInput!) {
        outcome: decideExtension(input: $input) {
          __typename
          ...Fault
        }
      }
    `,
    [faultFragment],
  ),
  withdrawExtension: graphql(
    `
      mutation WithdrawExtension($input: WithdrawExtensionInput!) {
        outcome: withdrawExtension(input: $input) {
          __typename
          ...Fault
        }
      }
    `,
    [faultFragment],
  ),
} as const;
