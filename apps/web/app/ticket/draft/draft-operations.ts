import { graphql, type VariablesOf } from '~/graphql/graphql.ts';
import { faultFragment } from '~/graphql/mutation-result.ts';

export const draftMutations = {
  saveWork: graphql(
    `
      mutation SaveWorkDraft($input: SaveWorkDraftInput!) {
        outcome: saveWorkDraft(input: $input) {
          __typename
          ...Fault
        }
      }
    `,
    [faultFragment],
  ),
  discardWork: graphql(
    `
      mutation DiscardWorkDraft($input: DiscardWorkDraftInput!) {
        outcome: discardWorkDraft(input: $input) {
          __typename
          ...Fault
        }
      }
    `,
    [faultFragment],
  ),
  saveTicket: graphql(
    `
      mutation SaveTicketDraft($input: SaveTicketDraftInput!) {
        outcome: saveTicketDraft(input: $input) {
          __typename
          ...Fault
          ... on SaveTicketDraftSuccess {
            ticket {
              id
            }
          }
        }
      }
    `,
    [faultFragment],
  ),
  discardTicket: graphql(
    `
      mutation DiscardTicketDraft($input: DiscardTicketDraftInput!) {
        outcome: discardTicketDraft(input: $input) {
          __typename
          ...Fault
        }
      }
    `,
    [faultFragment],
  ),
} as const;

type DraftMutations = typeof draftMutations;

/** What the browser asks for: to keep what is typed, or to forget it. */
export type DraftCommand = {
  [Kind in keyof DraftMutations]: { kind: Kind; input: VariablesOf<DraftMutations[Kind]>['input'] };
}[keyof DraftMutations];
