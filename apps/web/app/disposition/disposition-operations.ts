import { graphql } from '~/graphql/graphql.ts';
import { faultFragment } from '~/graphql/mutation-result.ts';

export const dispositionsQuery = graphql(`
  query Dispositions {
    dispositions {
      id
      key
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

export const createDispositionMutation = graphql(
  `
    mutation CreateDisposition($input: CreateDispositionInput!) {
      createDisposition(input: $input) {
        __typename
        ...Fault
      }
    }
  `,
  [faultFragment],
);

export const updateDispositionMutation = graphql(
  `
    mutation UpdateDisposition($input: UpdateDispositionInput!) {
      updateDisposition(input: $input) {
        __typename
        ...Fault
      }
    }
  `,
  [faultFragment],
);
