import { customerValueListsFragment } from '~/customer/value-lists.ts';
import { graphql, type ResultOf } from '~/graphql/graphql.ts';
import { faultFragment } from '~/graphql/mutation-result.ts';

export const draftQuery = graphql(
  `
    query TicketTypeDraft($id: ID!) {
      node(id: $id) {
        __typename
        ... on TicketTypeDraft {
          id
          key
          revision
          definition
          updatedAt
          updatedBy {
            name
          }
          basedOn {
            number
          }
          type {
            id
          }
        }
      }
      serviceGroups {
        key
        name
      }
      roles {
        key
        name
      }
      calendars {
        key
        name
      }
      notifierChannels {
        id
        name
        isActive
      }
      ticketTypes {
        id
        key
        name {
          text
        }
      }
      fields {
        definition
        isActive
      }
      customerFields {
        key
        definition
        isActive
      }
      ...CustomerValueLists
    }
  `,
  [customerValueListsFragment],
);

export const draftReviewQuery = graphql(`
  query TicketTypeDraftReview($id: ID!) {
    node(id: $id) {
      __typename
      ... on TicketTypeDraft {
        revision
        faults {
          path
          code
          message
        }
        changes {
          kind
          path
          before
          after
        }
        apiLosses {
          kind
          subject
          text {
            text
          }
        }
        basedOn {
          definition
        }
        testOutcomes {
          test {
            id
            name
          }
          hasPassed
          atNodeId
          expectedNodeId
          enteredNodeId
          expectedStatus
          status
          problem
        }
      }
    }
  }
`);

type ReviewNode = NonNullable<ResultOf<typeof draftReviewQuery>['node']>;
export type TestOutcome = Extract<ReviewNode, { __typename: 'TicketTypeDraft' }>['testOutcomes'][number];

export const createDraftMutation = graphql(
  `
    mutation CreateTicketTypeDraft($input: CreateTicketTypeDraftInput!) {
      createTicketTypeDraft(input: $input) {
        __typename
        ... on CreateTicketTypeDraftSuccess {
          draft {
            id
          }
        }
        ...Fault
      }
    }
  `,
  [faultFragment],
);

export const saveDraftMutation = graphql(
  `
    mutation SaveTicketTypeDraft($input: SaveTicketTypeDraftInput!) {
      saveTicketTypeDraft(input: $input) {
        __typename
        ... on SaveTicketTypeDraftSuccess {
          draft {
            revision
            definition
            updatedAt
          }
        }
        ...Fault
      }
    }
  `,
  [faultFragment],
);

export const discardDraftMutation = graphql(
  `
    mutation DiscardTicketTypeDraft($input: DiscardTicketTypeDraftInput!) {
      discardTicketTypeDraft(input: $input) {
        __typename
        ...Fault
      }
    }
  `,
  [faultFragment],
);

export const publishDraftMutation = graphql(
  `
    mutation PublishTicketTypeDraft($input: PublishTicketTypeDraftInput!) {
      publishTicketTypeDraft(input: $input) {
        __typename
        ... on PublishTicketTypeDraftSuccess {
          ticketType {
            id
          }
        }
        ...Fault
      }
    }
  `,
  [faultFragment],
);
