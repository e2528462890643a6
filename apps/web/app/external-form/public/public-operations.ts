import { graphql } from '~/graphql/graphql.ts';
import { faultFragment } from '~/graphql/mutation-result.ts';

export const publicFormQuery = graphql(`
  query PublicForm($token: String!) {
    externalFormPage(token: $token) {
      state
      companyName
      timeZone
      form
      contact
      needsCaptcha
      maxFiles
      maxFileMegabytes
      fileKinds
      stateWords {
        text
      }
      title {
        text
      }
      intro {
        text
      }
    }
  }
`);

export const challengeQuery = graphql(`
  query PublicFormChallenge($token: String!) {
    externalFormChallenge(token: $token)
  }
`);

export const submitExternalFormMutation = graphql(
  `
    mutation SubmitExternalForm($input: SubmitExternalFormInput!) {
      submitExternalForm(input: $input) {
        __typename
        ...Fault
        ... on SubmitExternalFormSuccess {
          number
          thanks {
            text
          }
        }
      }
    }
  `,
  [faultFragment],
);
