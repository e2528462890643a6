import { graphql, type ResultOf } from '~/graphql/graphql.ts';
import { faultFragment } from '~/graphql/mutation-result.ts';

export const parametersQuery = graphql(`
  query Parameters {
    parameters {
      id
      key
      alias
      kind
      isBuiltIn
      isActive
      version
      updatedAt
      label {
        en
        zh
        text
      }
      updatedBy {
        name
      }
      options {
        id
        isActive
      }
    }
  }
`);

export const parameterQuery = graphql(`
  query ParameterRecord($id: ID!) {
    node(id: $id) {
      __typename
      ... on Parameter {
        id
        key
        alias
        kind
        isBuiltIn
        isActive
        version
        label {
          en
          zh
          text
        }
        options {
          id
          key
          position
          isActive
          version
          updatedAt
          label {
            en
            zh
            text
          }
          parent {
            id
          }
          updatedBy {
            name
          }
        }
      }
    }
  }
`);

export type ParameterRecord = Extract<
  NonNullable<ResultOf<typeof parameterQuery>['node']>,
  { __typename: 'Parameter' }
>;
export type ParameterOption = ParameterRecord['options'][number];

export const createParameterMutation = graphql(
  `
    mutation CreateParameter($input: CreateParameterInput!) {
      createParameter(input: $input) {
        __typename
        ...Fault
        ... on CreateParameterSuccess {
          parameter {
            id
          }
        }
      }
    }
  `,
  [faultFragment],
);

export const updateParameterMutation = graphql(
  `
    mutation UpdateParameter($input: UpdateParameterInput!) {
      updateParameter(input: $input) {
        __typename
        ...Fault
      }
    }
  `,
  [faultFragment],
);

export const deleteParameterMutation = graphql(
  `
    mutation DeleteParameter($input: DeleteParameterInput!) {
      deleteParameter(input: $input) {
        __typename
        ...Fault
        ... on DeleteParameterSuccess {
          parameterId
        }
      }
    }
  `,
  [faultFragment],
);

export const createParameterOptionMutation = graphql(
  `
    mutation CreateParameterOption($input: CreateParameterOptionInput!) {
      createParameterOption(input: $input) {
        __typename
        ...Fault
      }
    }
  `,
  [faultFragment],
);

export const moveParameterOptionMutation = graphql(
  `
    mutation MoveParameterOption($input: MoveParameterOptionInput!) {
      moveParameterOption(input: $input) {
        __typename
        ...Fault
      }
    }
  `,
  [faultFragment],
);

export const updateParameterOptionMutation = graphql(
  `
    mutation UpdateParameterOption($input: UpdateParameterOptionInput!) {
      updateParameterOption(input: $input) {
        __typename
        ...Fault
      }
    }
  `,
  [faultFragment],
);

export const deleteParameterOptionMutation = graphql(
  `
    mutation DeleteParameterOption($input: DeleteParameterOptionInput!) {
      deleteParameterOption(input: $input) {
        __typename
        ...Fault
      }
    }
  `,
  [faultFragment],
);
