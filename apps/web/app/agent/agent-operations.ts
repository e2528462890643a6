import { absenceFragment } from '~/absence/absence-operations.ts';
import { graphql } from '~/graphql/graphql.ts';
import { faultFragment } from '~/graphql/mutation-result.ts';
import { agentsToChooseFragment } from './agents-to-choose.ts';

export const agentChoicesQuery = graphql(
  `
    query AgentChoices {
      departments {
        id
        name
        depth
      }
      roles {
        id
        name
      }
      serviceGroups {
        id
        name
      }
      calendars {
        id
        name
      }
      ...AgentsToChoose
    }
  `,
  [agentsToChooseFragment],
);

export const agentsQuery = graphql(`
  query Agents($filter: AgentFilter, $after: String) {
    agents(first: 100, after: $after, filter: $filter) {
      totalCount {
        value
      }
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          name
          loginName
          workNumber
          isActive
          lastLoginAt
          department {
            id
            name
          }
          reportingManager {
            id
            name
          }
          roles {
            id
            name
          }
        }
      }
    }
  }
`);

export const agentQuery = graphql(
  `
    query AgentRecord($id: ID!) {
      node(id: $id) {
        __typename
        ... on Agent {
          ...AbsenceParts
          id
          name
          loginName
          workNumber
          nickname
          email
          phone
          isActive
          version
          lastLoginAt
          department {
            id
          }
          reportingManager {
            id
          }
          calendar {
            id
          }
          roles {
            id
          }
          serviceGroups {
            id
          }
        }
      }
    }
  `,
  [absenceFragment],
);

export const createAgentMutation = graphql(
  `
    mutation CreateAgent($input: CreateAgentInput!) {
      createAgent(input: $input) {
        __typename
        ... on CreateAgentSuccess {
          temporaryPassword
        }
        ...Fault
      }
    }
  `,
  [faultFragment],
);

export const updateAgentMutation = graphql(
  `
    mutation UpdateAgent($input: UpdateAgentInput!) {
      updateAgent(input: $input) {
        __typename
        ...Fault
      }
    }
  `,
  [faultFragment],
);

export const resetPasswordMutation = graphql(
  `
    mutation ResetPassword($input: ResetPasswordInput!) {
      resetPassword(input: $input) {
        __typename
        ... on ResetPasswordSuccess {
          temporaryPassword
        }
        ...Fault
      }
    }
  `,
  [faultFragment],
);
