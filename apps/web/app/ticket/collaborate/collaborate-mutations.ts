import { graphql } from '~/graphql/graphql.ts';
import { faultFragment } from '~/graphql/mutation-result.ts';

/** What people do together on a ticket, by the name of its mutation. */
export const collaborateMutations = {
  addChecklistItem: graphql(
    `
      mutation AddChecklistItem($input: AddChecklistItemInput!) {
        outcome: addChecklistItem(input: $input) {
          __typename
          ...Fault
        }
      }
    `,
    [faultFragment],
  ),
  tickChecklistItem: graphql(
    `
      mutation TickChecklistItem($input: TickChecklistItemInput!) {
        outcome: tickChecklistItem(input: $input) {
          __typename
          ...Fault
        }
      }
    `,
    [faultFragment],
  ),
  assignChecklistItem: graphql(
    `
      mutation AssignChecklistItem($input: AssignChecklistItemInput!) {
        outcome: assignChecklistItem(input: $input) {
          __typename
          ...Fault
        }
      }
    `,
    [faultFragment],
  ),
  moveChecklistItem: graphql(
    `
      mutation MoveChecklistItem($input: MoveChecklistItemInput!) {
        outcome: moveChecklistItem(input: $input) {
          __typename
          ...Fault
        }
      }
    `,
    [faultFragment],
  ),
  removeChecklistItem: graphql(
    `
      mutation RemoveChecklistItem($input: RemoveChecklistItemInput!) {
        outcome: removeChecklistItem(input: $input) {
          __typename
          ...Fault
        }
      }
    `,
    [faultFragment],
  ),
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
