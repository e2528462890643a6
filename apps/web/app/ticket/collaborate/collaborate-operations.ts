import { graphql, type ResultOf } from '~/graphql/graphql.ts';
import { faultFragment } from '~/graphql/mutation-result.ts';

/** What the sections of a ticket's page that people share show. */
export const collaborationFragment = graphql(`
  fragment Collaboration on Ticket @_unmask {
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
`);

export type Collaboration = ResultOf<typeof collaborationFragment>;
export type ExtensionRequest = Collaboration['extensionRequests'][number];

export type TicketLink = Collaboration['links'][number];

/** What people do together on a ticket, by the name of its mutation. */
export const collaborateMutations = {
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
