import { graphql, type ResultOf } from '~/graphql/graphql.ts';
import { faultFragment } from '~/graphql/mutation-result.ts';

export const externalFormsQuery = graphql(`
  query ExternalForms {
    externalForms {
      id
      isActive
      viewCount
      submissionCount
      lastUsedAt
      title {
        text
      }
      type {
        name {
          text
        }
      }
      responsible {
        name
      }
      faults {
        text
      }
    }
    ticketTypes {
      id
      name {
        text
      }
    }
  }
`);

const linkFragment = graphql(`
  fragment FormLink on ExternalFormLink @_unmask {
    id
    name
    path
    state
    expiresAt
    maxUses
    useCount
    viewCount
    lastUsedAt
    createdAt
    customer {
      id
      name
    }
    createdBy {
      name
    }
  }
`);

export const externalFormQuery = graphql(
  `
    query ExternalFormRecord($id: ID!, $after: String) {
      node(id: $id) {
        __typename
        ... on ExternalForm {
          id
          version
          isActive
          contact
          needsCaptcha
          maxFiles
          maxFileMegabytes
          fileKinds
          viewCount
          submissionCount
          lastUsedAt
          offeredFields
          type {
            id
            name {
              text
            }
          }
          responsible {
            id
            name
          }
          title {
            en
            zh
            text
          }
          intro {
            en
            zh
          }
          thanks {
            en
            zh
          }
          fields {
            key
            isRequired
            label {
              en
              zh
            }
          }
          faults {
            text
          }
          links(first: 50, after: $after) {
            totalCount {
              value
            }
            pageInfo {
              endCursor
              hasNextPage
            }
            edges {
              node {
                ...FormLink
              }
            }
          }
        }
      }
    }
  `,
  [linkFragment],
);

export type ExternalFormRecord = Extract<
  NonNullable<ResultOf<typeof externalFormQuery>['node']>,
  { __typename: 'ExternalForm' }
>;
export type FormLink = ExternalFormRecord['links']['edges'][number]['node'];

export const createExternalFormMutation = graphql(
  `
    mutation CreateExternalForm($input: CreateExternalFormInput!) {
      createExternalForm(input: $input) {
        __typename
        ...Fault
        ... on CreateExternalFormSuccess {
          form {
            id
          }
        }
      }
    }
  `,
  [faultFragment],
);

export const updateExternalFormMutation = graphql(
  `
    mutation UpdateExternalForm($input: UpdateExternalFormInput!) {
      updateExternalForm(input: $input) {
        __typename
        ...Fault
      }
    }
  `,
  [faultFragment],
);

export const createExternalFormLinkMutation = graphql(
  `
    mutation CreateExternalFormLink($input: CreateExternalFormLinkInput!) {
      createExternalFormLink(input: $input) {
        __typename
        ...Fault
        ... on CreateExternalFormLinkSuccess {
          link {
            ...FormLink
          }
        }
      }
    }
  `,
  [faultFragment, linkFragment],
);

export const revokeExternalFormLinkMutation = graphql(
  `
    mutation RevokeExternalFormLink($input: RevokeExternalFormLinkInput!) {
      revokeExternalFormLink(input: $input) {
        __typename
        ...Fault
      }
    }
  `,
  [faultFragment],
);

export const formLinkQuery = graphql(`
  query FormLinkPath($id: ID!) {
    node(id: $id) {
      __typename
      ... on ExternalFormLink {
        name
        path
      }
    }
  }
`);

export const formsToSendQuery = graphql(`
  query FormsToSend {
    externalForms {
      id
      isActive
      title {
        text
      }
    }
  }
`);
