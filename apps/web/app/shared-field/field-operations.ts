import { graphql } from '~/graphql/graphql.ts';
import { faultFragment } from '~/graphql/mutation-result.ts';

export const fieldsQuery = graphql(`
  query SharedFields {
    fields {
      id
      key
      definition
      isActive
      purgeAt
      uses {
        name {
          text
        }
        draft {
          id
        }
      }
    }
  }
`);

export const fieldQuery = graphql(`
  query SharedFieldRecord($id: ID!) {
    node(id: $id) {
      __typename
      ... on Field {
        id
        key
        definition
        isActive
        purgeAt
        version
        recordCount
        uses {
          name {
            text
          }
          ticketType {
            id
          }
          draft {
            id
          }
        }
      }
    }
  }
`);

export const createFieldMutation = graphql(
  `
    mutation CreateField($input: CreateFieldInput!) {
      createField(input: $input) {
        __typename
        ... on CreateFieldSuccess {
          field {
            id
          }
        }
        ...Fault
      }
    }
  `,
  [faultFragment],
);

export const updateFieldMutation = graphql(
  `
    mutation UpdateField($input: UpdateFieldInput!) {
      updateField(input: $input) {
        __typename
        ...Fault
      }
    }
  `,
  [faultFragment],
);

export const deleteFieldMutation = graphql(
  `
    mutation DeleteField($input: DeleteFieldInput!) {
      deleteField(input: $input) {
        __typename
        ...Fault
      }
    }
  `,
  [faultFragment],
);

export const restoreFieldMutation = graphql(
  `
    mutation RestoreField($input: RestoreFieldInput!) {
      restoreField(input: $input) {
        __typename
        ...Fault
      }
    }
  `,
  [faultFragment],
);
