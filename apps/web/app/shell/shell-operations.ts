import { graphql } from '~/graphql/graphql.ts';

export const shellQuery = graphql(`
  query Shell {
    company {
      shortName
      zone
    }
    systemStatus {
      isReady
      workflowEngineAwaySince
    }
    viewer {
      mustChangePassword
      permissions
      agent {
        id
        name
        loginName
        department {
          name
        }
      }
    }
    notifications(first: 1, isUnread: true) {
      totalCount {
        value
      }
    }
    tickets(first: 1, view: TO_HANDLE) {
      totalCount {
        value
      }
    }
  }
`);
