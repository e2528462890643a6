import { graphql } from '~/graphql/graphql.ts';
import { faultFragment } from '~/graphql/mutation-result.ts';

export const notReadyReasonsQuery = graphql(`
  query NotReadyReasons {
    notReadyReasons(includesOutOfUse: true) {
      id
      key
      isOutgoingAllowed
      isActive
      position
      version
      label {
        en
        zh
        text
      }
    }
  }
`);

export const createNotReadyReasonMutation = graphql(
  `
    mutation CreateNotReadyReason($input: CreateNotReadyReasonInput!) {
      createNotReadyReason(input: $input) {
        __typename
        ...Fault
      }
    }
  `,
  [faultFragment],
);

export const updateNotReadyReasonMutation = graphql(
  `
    mutation UpdateNotReadyReason($input: UpdateNotReadyReasonInput!) {
      updateNotReadyReason(input: $input) {
        __typename
        ...Fault
      }
    }
  `,
  [faultFragment],
);
