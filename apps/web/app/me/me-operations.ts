import { graphql } from '~/graphql/graphql.ts';
import { faultFragment } from '~/graphql/mutation-result.ts';

export const sessionsQuery = graphql(`
  query Sessions {
    viewer {
      sessions {
        id
        ip
        userAgent
        createdAt
        lastSeenAt
        isCurrent
      }
    }
  }
`);

export const profileQuery = graphql(`
  query Profile {
    viewer {
      mustChangePassword
    }
  }
`);

export const changePasswordMutation = graphql(
  `
    mutation ChangePassword($input: ChangePasswordInput!) {
      changePassword(input: $input) {
        __typename
        ...Fault
      }
    }
  `,
  [faultFragment],
);

export const revokeSessionMutation = graphql(
  `
    mutation RevokeSession($sessionId: ID!) {
      revokeSession(input: { sessionId: $sessionId }) {
        __typename
        ...Fault
      }
    }
  `,
  [faultFragment],
);
