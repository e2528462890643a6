import { graphql } from '~/graphql/graphql.ts';
import { faultFragment } from '~/graphql/mutation-result.ts';

export const setPreferenceMutation = graphql(
  `
    mutation SetPreference($input: SetPreferenceInput!) {
      setPreference(input: $input) {
        __typename
        ...Fault
      }
    }
  `,
  [faultFragment],
);
