import { graphql, type VariablesOf } from '~/graphql/graphql.ts';
import { faultFragment } from '~/graphql/mutation-result.ts';
import { collaborateMutations } from '../collaborate/collaborate-mutations.ts';

/** Everything that can be done to a ticket that exists, by the name of its mutation. */
export const actMutations = {
  ...collaborateMutations,
  acceptStep: graphql(
    `
      mutation AcceptStep($input: AcceptStepInput!) {
        outcome: acceptStep(input: $input) {
          __typename
          ...Fault
        }
      }
    `,
    [faultFragment],
  ),
  submitStep: graphql(
    `
      mutation SubmitStep($input: SubmitStepInput!) {
        outcome: submitStep(input: $input) {
          __typename
          ...Fault
        }
      }
    `,
    [faultFragment],
  ),
  decideStep: graphql(
    `
      mutation DecideStep($input: DecideStepInput!) {
        outcome: decideStep(input: $input) {
          __typename
          ...Fault
        }
      }
    `,
    [faultFragment],
  ),
  rollBackStep: graphql(
    `
      mutation RollBackStep($input: RollBackStepInput!) {
        outcome: rollBackStep(input: $input) {
          __typename
          ...Fault
        }
      }
    `,
    [faultFragment],
  ),
  reassignStep: graphql(
    `
      mutation ReassignStep($input: ReassignStepInput!) {
        outcome: reassignStep(input: $input) {
          __typename
          ...Fault
        }
      }
    `,
    [faultFragment],
  ),
  countersignStep: graphql(
    `
      mutation CountersignStep($input: CountersignStepInput!) {
        outcome: countersignStep(input: $input) {
          __typename
          ...Fault
        }
      }
    `,
    [faultFragment],
  ),
  suspendStep: graphql(
    `
      mutation SuspendStep($input: SuspendStepInput!) {
        outcome: suspendStep(input: $input) {
          __typename
          ...Fault
        }
      }
    `,
    [faultFragment],
  ),
  resumeStep: graphql(
    `
      mutation ResumeStep($input: ResumeStepInput!) {
        outcome: resumeStep(input: $input) {
          __typename
          ...Fault
        }
      }
    `,
    [faultFragment],
  ),
  cancelTicket: graphql(
    `
      mutation CancelTicket($input: CancelTicketInput!) {
        outcome: cancelTicket(input: $input) {
          __typename
          ...Fault
        }
      }
    `,
    [faultFragment],
  ),
  changeUrgency: graphql(
    `
      mutation ChangeUrgency($input: ChangeUrgencyInput!) {
        outcome: changeUrgency(input: $input) {
          __typename
          ...Fault
        }
      }
    `,
    [faultFragment],
  ),
  runMacro: graphql(
    `
      mutation RunMacro($input: RunMacroInput!) {
        outcome: runMacro(input: $input) {
          __typename
          ...Fault
        }
      }
    `,
    [faultFragment],
  ),
  changeTicketTags: graphql(
    `
      mutation ChangeTicketTags($input: ChangeTicketTagsInput!) {
        outcome: changeTicketTags(input: $input) {
          __typename
          ...Fault
        }
      }
    `,
    [faultFragment],
  ),
  commentTicket: graphql(
    `
      mutation CommentTicket($input: CommentTicketInput!) {
        outcome: commentTicket(input: $input) {
          __typename
          ...Fault
        }
      }
    `,
    [faultFragment],
  ),
} as const;

type ActMutations = typeof actMutations;

/** An act and its input, as the browser sends it. */
export type TicketAct = {
  [Kind in keyof ActMutations]: { kind: Kind; input: VariablesOf<ActMutations[Kind]>['input'] };
}[keyof ActMutations];

export const isActKind = (kind: string): kind is TicketAct['kind'] => Object.hasOwn(actMutations, kind);
