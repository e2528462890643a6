import { graphql, type ResultOf } from '~/graphql/graphql.ts';
import { faultFragment } from '~/graphql/mutation-result.ts';

export const customerFieldsQuery = graphql(`
  query CustomerFields {
    customerFields {
      key
      kind
      label {
        text
      }
      isRequired
      isSearchable
      isActive
      version
    }
    fields {
      id
      key
      isActive
      definition
    }
  }
`);

export type CustomerFieldRow = ResultOf<typeof customerFieldsQuery>['customerFields'][number];

export const addCustomerFieldMutation = graphql(
  `
    mutation AddCustomerField($input: AddCustomerFieldInput!) {
      addCustomerField(input: $input) {
        __typename
        ...Fault
      }
    }
  `,
  [faultFragment],
);

export const updateCustomerFieldMutation = graphql(
  `
    mutation UpdateCustomerField($input: UpdateCustomerFieldInput!) {
      updateCustomerField(input: $input) {
        __typename
        ...Fault
      }
    }
  `,
  [faultFragment],
);

export const removeCustomerFieldMutation = graphql(
  `
    mutation RemoveCustomerField($input: RemoveCustomerFieldInput!) {
      removeCustomerField(input: $input) {
        __typename
        ...Fault
      }
    }
  `,
  [faultFragment],
);
