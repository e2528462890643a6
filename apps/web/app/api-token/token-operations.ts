import { graphql } from '~/graphql/graphql.ts';
import { faultFragment } from '~/graphql/mutation-result.ts';

export const tokensQuery = graphql(`
  query ApiTokens {
    viewer {
      permissions
    }
    permissions {
      key
      label {
        text
      }
    }
    apiCredentials {
      id
      name
      hint
      scopes
      createdAt
      expiresAt
      lastUsedAt
      revokedAt
      agent {
        id
        name
      }
    }
  }
`);

export const createTokenMutation = graphql(
  `
    mutation CreateApiCredential($input: CreateApiCredentialInput!) {
      createApiCredential(input: $input) {
        __typename
        ... on CreateApiCredentialSuccess {
          token
        }
        ...Fault
      }
    }
  `,
  [faultFragment],
);

export const revokeTokenMutation = graphql(
  `
    mutation RevokeApiCredential($input: RevokeApiCredentialInput!) {
      revokeApiCredential(input: $input) {
        __typename
        ...Fault
      }
    }
  `,
  [faultFragment],
);
