import { graphql } from '~/graphql/graphql.ts';
import { faultFragment } from '~/graphql/mutation-result.ts';

export const rolesQuery = graphql(`
  query Roles {
    roles {
      id
      key
      name
      description
      isBuiltIn
      memberCount
    }
  }
`);

export const roleQuery = graphql(`
  query RoleRecord($id: ID!) {
    permissions {
      key
      isScoped
      label {
        text
      }
    }
    node(id: $id) {
      __typename
      ... on Role {
        id
        key
        name
        description
        isBuiltIn
        version
        memberCount
        grants {
          permission
          scope
        }
      }
    }
  }
`);

export const createRoleMutation = graphql(
  `
    mutation CreateRole($input: CreateRoleInput!) {
      createRole(input: $input) {
        __typename
        ... on CreateRoleSuccess {
          role {
            id
          }
        }
        ...Fault
      }
    }
  `,
  [faultFragment],
);

export const updateRoleMutation = graphql(
  `
    mutation UpdateRole($input: UpdateRoleInput!) {
      updateRole(input: $input) {
        __typename
        ...Fault
      }
    }
  `,
  [faultFragment],
);

export const deleteRoleMutation = graphql(
  `
    mutation DeleteRole($input: DeleteRoleInput!) {
      deleteRole(input: $input) {
        __typename
        ...Fault
      }
    }
  `,
  [faultFragment],
);
