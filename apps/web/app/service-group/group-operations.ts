import { agentsToChooseFragment } from '~/agent/agents-to-choose.ts';
import { graphql } from '~/graphql/graphql.ts';
import { faultFragment } from '~/graphql/mutation-result.ts';

export const groupsQuery = graphql(`
  query ServiceGroups {
    serviceGroups {
      id
      key
      name
      kind
      strategy
      leader {
        id
        name
      }
      skills {
        skillLevel
      }
    }
  }
`);

export const groupQuery = graphql(
  `
    query ServiceGroupRecord($id: ID!) {
      ...AgentsToChoose
      notReadyReasons(includesOutOfUse: true) {
        id
        isActive
        label {
          text
        }
      }
      dispositions {
        id
        isActive
        label {
          text
        }
      }
      calendars {
        id
        name
      }
      serviceGroups {
        id
        name
        kind
      }
      node(id: $id) {
        __typename
        ... on ServiceGroup {
          id
          key
          name
          kind
          strategy
          version
          ringSeconds
          wrapUpSeconds
          isDispositionRequired
          missedReason {
            id
          }
          dispositions {
            id
          }
          leader {
            id
          }
          calendar {
            id
          }
          afterHoursGroup {
            id
          }
          skills {
            skillLevel
            agent {
              id
              name
            }
          }
        }
      }
    }
  `,
  [agentsToChooseFragment],
);

export const createGroupMutation = graphql(
  `
    mutation CreateServiceGroup($input: CreateServiceGroupInput!) {
      createServiceGroup(input: $input) {
        __typename
        ...Fault
      }
    }
  `,
  [faultFragment],
);

export const updateGroupMutation = graphql(
  `
    mutation UpdateServiceGroup($input: UpdateServiceGroupInput!) {
      updateServiceGroup(input: $input) {
        __typename
        ...Fault
      }
    }
  `,
  [faultFragment],
);

export const deleteGroupMutation = graphql(
  `
    mutation DeleteServiceGroup($input: DeleteServiceGroupInput!) {
      deleteServiceGroup(input: $input) {
        __typename
        ...Fault
      }
    }
  `,
  [faultFragment],
);
