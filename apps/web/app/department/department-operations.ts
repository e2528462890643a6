import { agentsToChooseFragment } from '~/agent/agents-to-choose.ts';
import { graphql } from '~/graphql/graphql.ts';
import { faultFragment } from '~/graphql/mutation-result.ts';

export const departmentsQuery = graphql(
  `
    query Departments {
      departments {
        id
        name
        depth
        position
        version
        memberCount
        parent {
          id
        }
        head {
          id
          name
        }
      }
      ...AgentsToChoose
    }
  `,
  [agentsToChooseFragment],
);

export const createDepartmentMutation = graphql(
  `
    mutation CreateDepartment($input: CreateDepartmentInput!) {
      createDepartment(input: $input) {
        __typename
        ...Fault
      }
    }
  `,
  [faultFragment],
);

export const updateDepartmentMutation = graphql(
  `
    mutation UpdateDepartment($input: UpdateDepartmentInput!) {
      updateDepartment(input: $input) {
        __typename
        ...Fault
      }
    }
  `,
  [faultFragment],
);

export const deleteDepartmentMutation = graphql(
  `
    mutation DeleteDepartment($input: DeleteDepartmentInput!) {
      deleteDepartment(input: $input) {
        __typename
        ...Fault
      }
    }
  `,
  [faultFragment],
);
