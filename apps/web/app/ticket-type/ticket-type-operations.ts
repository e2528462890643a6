import { graphql } from '~/graphql/graphql.ts';
import { faultFragment } from '~/graphql/mutation-result.ts';

export const ticketTypesQuery = graphql(`
  query TicketTypes {
    ticketTypes {
      id
      key
      name {
        text
      }
      prefix
      isActive
      updatedAt
      currentVersion {
        number
      }
      draft {
        id
      }
    }
    newTicketTypeDrafts {
      id
      key
      updatedAt
      updatedBy {
        name
      }
    }
  }
`);

export const ticketTypeQuery = graphql(`
  query TicketTypeRecord($id: ID!) {
    node(id: $id) {
      __typename
      ... on TicketType {
        id
        key
        name {
          text
        }
        prefix
        isActive
        currentVersion {
          id
          number
          definition
        }
        versions {
          id
          number
          publishedAt
          publishedBy {
            name
          }
        }
      }
    }
  }
`);

export const publishTicketTypeMutation = graphql(
  `
    mutation PublishTicketType($input: PublishTicketTypeInput!) {
      publishTicketType(input: $input) {
        __typename
        ... on PublishTicketTypeSuccess {
          ticketType {
            id
            name {
              text
            }
          }
        }
        ...Fault
      }
    }
  `,
  [faultFragment],
);

export const setTicketTypeActiveMutation = graphql(
  `
    mutation SetTicketTypeActive($input: SetTicketTypeActiveInput!) {
      setTicketTypeActive(input: $input) {
        __typename
        ...Fault
      }
    }
  `,
  [faultFragment],
);

export const versionsQuery = graphql(`
  query TicketTypeVersions($id: ID!) {
    node(id: $id) {
      __typename
      ... on TicketType {
        id
        key
        name {
          text
        }
        isActive
        isDeleted
        ticketCount {
          total
          open
        }
        currentVersion {
          number
        }
        versions {
          id
          number
          publishedAt
          publishedBy {
            name
          }
        }
      }
    }
  }
`);

export const deleteTicketTypeMutation = graphql(
  `
    mutation DeleteTicketType($input: DeleteTicketTypeInput!) {
      deleteTicketType(input: $input) {
        __typename
        ...Fault
      }
    }
  `,
  [faultFragment],
);

export const versionsToCompareQuery = graphql(`
  query VersionsToCompare($before: ID!, $after: ID!, $since: Int!) {
    before: node(id: $before) {
      __typename
      ... on TicketTypeVersion {
        definition
      }
    }
    after: node(id: $after) {
      __typename
      ... on TicketTypeVersion {
        definition
        changesSince(version: $since) {
          kind
          path
          before
          after
        }
      }
    }
  }
`);

export const versionQuery = graphql(`
  query TicketTypeVersionToExport($id: ID!) {
    node(id: $id) {
      __typename
      ... on TicketTypeVersion {
        number
        definition
      }
    }
  }
`);
