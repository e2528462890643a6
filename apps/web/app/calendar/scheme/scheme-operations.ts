import { graphql } from '~/graphql/graphql.ts';
import { faultFragment } from '~/graphql/mutation-result.ts';

export const timeSchemesQuery = graphql(`
  query TimeSchemes {
    timeSchemes {
      id
      key
      name
      definition
    }
    calendars {
      key
      name
      isDefault
    }
  }
`);

export const timeSchemeQuery = graphql(`
  query TimeSchemeRecord($id: ID!, $at: DateTime!) {
    calendars {
      key
      name
    }
    node(id: $id) {
      __typename
      ... on TimeScheme {
        id
        key
        name
        version
        definition
        branchAt(at: $at)
      }
    }
  }
`);

export const createTimeSchemeMutation = graphql(
  `
    mutation CreateTimeScheme($input: CreateTimeSchemeInput!) {
      createTimeScheme(input: $input) {
        __typename
        ... on CreateTimeSchemeSuccess {
          timeScheme {
            id
          }
        }
        ...Fault
      }
    }
  `,
  [faultFragment],
);

export const updateTimeSchemeMutation = graphql(
  `
    mutation UpdateTimeScheme($input: UpdateTimeSchemeInput!) {
      updateTimeScheme(input: $input) {
        __typename
        ...Fault
      }
    }
  `,
  [faultFragment],
);

export const deleteTimeSchemeMutation = graphql(
  `
    mutation DeleteTimeScheme($input: DeleteTimeSchemeInput!) {
      deleteTimeScheme(input: $input) {
        __typename
        ...Fault
      }
    }
  `,
  [faultFragment],
);
