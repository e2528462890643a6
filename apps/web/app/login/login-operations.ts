import { graphql } from '~/graphql/graphql.ts';
import { faultFragment } from '~/graphql/mutation-result.ts';

export const strangerQuery = graphql(`
  query Stranger {
    viewer {
      mustChangePassword
    }
  }
`);

export const signInMutation = graphql(
  `
    mutation SignIn($input: SignInInput!) {
      signIn(input: $input) {
        __typename
        ...Fault
        ... on SignInSuccess {
          token
          agentId
        }
      }
    }
  `,
  [faultFragment],
);

export const signOutMutation = graphql(
  `
    mutation SignOut {
      signOut(input: {}) {
        __typename
        ...Fault
      }
    }
  `,
  [faultFragment],
);
