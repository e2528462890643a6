import { graphql, type ResultOf, type VariablesOf } from '~/graphql/graphql.ts';
import { faultFragment } from '~/graphql/mutation-result.ts';

/** All that the bar and the card say of a call: the event that it rings brings it along, so that nothing has to be asked first. */
export const phoneCallFragment = graphql(`
  fragment PhoneCall on Call @_unmask {
    id
    status
    direction
    startedAt
    answeredAt
    heldAt
    isMuted
    isRecorded
    keysPressed
    waitedSeconds
    capabilities
    ticket {
      number
    }
    group {
      name
    }
    customer {
      id
      name
      level
      timeline(first: 6) {
        edges {
          node {
            kind
            at
            call {
              id
              direction
              answeredAt
              agent {
                name
              }
            }
            followUp {
              body
            }
          }
        }
      }
    }
    customerNumber {
      masked
      national
      location
    }
    openTickets {
      id
      number
      title
      slaState
      nodeName
      handler {
        name
      }
    }
  }
`);

export const phoneQuery = graphql(
  `
    query Phone {
      currentCall {
        ...PhoneCall
      }
      presence {
        state
        since
        until
        reason {
          label {
            text
          }
        }
        call {
          id
          disposition
          isDispositionRequired
          dispositions {
            key
            label {
              text
            }
          }
        }
      }
      queueStatus {
        waitingCount
        longestSince
      }
      notReadyReasons {
        id
        label {
          text
        }
      }
    }
  `,
  [phoneCallFragment],
);

export type PhoneData = ResultOf<typeof phoneQuery>;
export type CurrentCall = NonNullable<PhoneData['currentCall']>;

export const transferTargetsQuery = graphql(`
  query TransferTargets {
    presences {
      state
      agent {
        id
        name
        department {
          name
        }
      }
    }
  }
`);

/** Everything that the phone bar does, by the name of its mutation. */
export const phoneMutations = {
  answerCall: graphql(
    `
      mutation AnswerCall($input: AnswerCallInput!) {
        outcome: answerCall(input: $input) {
          __typename
          ...Fault
        }
      }
    `,
    [faultFragment],
  ),
  rejectCall: graphql(
    `
      mutation RejectCall($input: RejectCallInput!) {
        outcome: rejectCall(input: $input) {
          __typename
          ...Fault
        }
      }
    `,
    [faultFragment],
  ),
  hangUpCall: graphql(
    `
      mutation HangUpCall($input: HangUpCallInput!) {
        outcome: hangUpCall(input: $input) {
          __typename
          ...Fault
        }
      }
    `,
    [faultFragment],
  ),
  holdCall: graphql(
    `
      mutation HoldCall($input: HoldCallInput!) {
        outcome: holdCall(input: $input) {
          __typename
          ...Fault
        }
      }
    `,
    [faultFragment],
  ),
  resumeCall: graphql(
    `
      mutation ResumeCall($input: ResumeCallInput!) {
        outcome: resumeCall(input: $input) {
          __typename
          ...Fault
        }
      }
    `,
    [faultFragment],
  ),
  muteCall: graphql(
    `
      mutation MuteCall($input: MuteCallInput!) {
        outcome: muteCall(input: $input) {
          __typename
          ...Fault
        }
      }
    `,
    [faultFragment],
  ),
  sendDigits: graphql(
    `
      mutation SendDigits($input: SendDigitsInput!) {
        outcome: sendDigits(input: $input) {
          __typename
          ...Fault
        }
      }
    `,
    [faultFragment],
  ),
  transferCall: graphql(
    `
      mutation TransferCall($input: TransferCallInput!) {
        outcome: transferCall(input: $input) {
          __typename
          ...Fault
        }
      }
    `,
    [faultFragment],
  ),
  dialCustomer: graphql(
    `
      mutation DialCustomer($input: DialCustomerInput!) {
        outcome: dialCustomer(input: $input) {
          __typename
          ...Fault
        }
      }
    `,
    [faultFragment],
  ),
  finishWrapUp: graphql(
    `
      mutation FinishWrapUp($input: FinishWrapUpInput!) {
        outcome: finishWrapUp(input: $input) {
          __typename
          ...Fault
        }
      }
    `,
    [faultFragment],
  ),
  setPresence: graphql(
    `
      mutation SetPresence($input: SetPresenceInput!) {
        outcome: setPresence(input: $input) {
          __typename
          ...Fault
        }
      }
    `,
    [faultFragment],
  ),
} as const;

type PhoneMutations = typeof phoneMutations;

export type PhoneCommand = {
  [Kind in keyof PhoneMutations]: { kind: Kind; input: VariablesOf<PhoneMutations[Kind]>['input'] };
}[keyof PhoneMutations];

export const isPhoneKind = (kind: string): kind is PhoneCommand['kind'] => Object.hasOwn(phoneMutations, kind);
