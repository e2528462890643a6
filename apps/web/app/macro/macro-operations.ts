import { graphql, type ResultOf } from '~/graphql/graphql.ts';
import { faultFragment } from '~/graphql/mutation-result.ts';

export const macrosQuery = graphql(`
  query Macros($keeping: Keeping!, $after: String) {
    macros(first: 100, keeping: $keeping, after: $after) {
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          name
          folder
          definition
          isActive
          sharing
          version
          groups {
            id
            name
          }
        }
      }
    }
  }
`);

/** What can be run on tickets. */
export const macroChoicesQuery = graphql(`
  query MacroChoices {
    macros(first: 100) {
      edges {
        node {
          id
          name
          folder
          isActive
          definition
        }
      }
    }
  }
`);

export const macroPreviewQuery = graphql(`
  query MacroPreview($id: ID!, $ticketId: ID!) {
    node(id: $id) {
      __typename
      ... on Macro {
        definition
        preview(ticketId: $ticketId) {
          kind
          outcome
          count
          reason {
            text
          }
        }
      }
    }
  }
`);
export type MacroPreview = Extract<ResultOf<typeof macroPreviewQuery>['node'], { __typename: 'Macro' }>;

export const createMacroMutation = graphql(
  `
    mutation CreateMacro($input: CreateMacroInput!) {
      createMacro(input: $input) {
        __typename
        ...Fault
      }
    }
  `,
  [faultFragment],
);

export const updateMacroMutation = graphql(
  `
    mutation UpdateMacro($input: UpdateMacroInput!) {
      updateMacro(input: $input) {
        __typename
        ...Fault
      }
    }
  `,
  [faultFragment],
);

export const deleteMacroMutation = graphql(
  `
    mutation DeleteMacro($input: DeleteMacroInput!) {
      deleteMacro(input: $input) {
        __typename
        ...Fault
      }
    }
  `,
  [faultFragment],
);
