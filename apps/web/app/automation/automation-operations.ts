import { graphql, type ResultOf } from '~/graphql/graphql.ts';
import { faultFragment } from '~/graphql/mutation-result.ts';

/** What triggers and macros can name. */
export const automationFactsQuery = graphql(`
  query AutomationFacts {
    ticketTypes {
      id
      name {
        text
      }
      currentVersion {
        definition
      }
    }
    serviceGroups {
      id
      name
    }
    roles {
      id
      name
    }
    tags {
      id
      path
      isOffered
    }
    notifierChannels {
      id
      name
      isActive
    }
    placeholders
  }
`);
export type AutomationFacts = ResultOf<typeof automationFactsQuery>;

/** What records that a definition names are called. */
export const recordNamesQuery = graphql(`
  query RecordNames($ids: [ID!]!) {
    nodes(ids: $ids) {
      __typename
      ... on Agent {
        id
        name
      }
      ... on Customer {
        id
        name
      }
      ... on Department {
        id
        name
      }
    }
  }
`);

const triggerFragment = graphql(`
  fragment TriggerFacts on Trigger @_unmask {
    id
    name
    event
    definition
    isActive
    version
    updatedAt
    ticketType {
      id
      name {
        text
      }
    }
  }
`);

export const triggersQuery = graphql(
  `
    query Triggers {
      triggers {
        ...TriggerFacts
      }
    }
  `,
  [triggerFragment],
);

export const triggerQuery = graphql(
  `
    query TriggerRecord($id: ID!) {
      node(id: $id) {
        __typename
        ... on Trigger {
          ...TriggerFacts
          isDeleted
          versions {
            number
            name
            at
            changedBy {
              name
            }
          }
        }
      }
    }
  `,
  [triggerFragment],
);

export const triggerRunsQuery = graphql(`
  query TriggerRuns($filter: TriggerRunFilter, $after: String) {
    triggerRuns(first: 50, filter: $filter, after: $after) {
      totalCount {
        value
        isExact
      }
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          event
          outcome
          depth
          because
          actions
          at
          trigger {
            id
            isDeleted
          }
          said {
            name
            number
          }
          ticket {
            number
            title
          }
        }
      }
    }
    triggers {
      id
      name
    }
  }
`);
export type TriggerRun = ResultOf<typeof triggerRunsQuery>['triggerRuns']['edges'][number]['node'];

export const createTriggerMutation = graphql(
  `
    mutation CreateTrigger($input: CreateTriggerInput!) {
      createTrigger(input: $input) {
        __typename
        ... on CreateTriggerSuccess {
          trigger {
            id
          }
        }
        ...Fault
      }
    }
  `,
  [faultFragment],
);

export const updateTriggerMutation = graphql(
  `
    mutation UpdateTrigger($input: UpdateTriggerInput!) {
      updateTrigger(input: $input) {
        __typename
        ...Fault
      }
    }
  `,
  [faultFragment],
);

export const moveTriggerMutation = graphql(
  `
    mutation MoveTrigger($input: MoveTriggerInput!) {
      moveTrigger(input: $input) {
        __typename
        ...Fault
      }
    }
  `,
  [faultFragment],
);

export const deleteTriggerMutation = graphql(
  `
    mutation DeleteTrigger($input: DeleteTriggerInput!) {
      deleteTrigger(input: $input) {
        __typename
        ...Fault
      }
    }
  `,
  [faultFragment],
);
