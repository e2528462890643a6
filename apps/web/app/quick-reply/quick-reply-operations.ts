import { graphql } from '~/graphql/graphql.ts';
import { faultFragment } from '~/graphql/mutation-result.ts';

export const quickRepliesQuery = graphql(`
  query QuickReplies($keeping: Keeping!, $search: String, $after: String) {
    quickReplies(first: 100, keeping: $keeping, search: $search, after: $after) {
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          name
          folder
          code
          body
          sharing
          version
          mayChange
          owner {
            name
          }
          groups {
            id
            name
          }
        }
      }
    }
    placeholders
    serviceGroups {
      id
      name
    }
  }
`);

/** What fits what somebody types, as it reads on the ticket before them. */
export const findRepliesQuery = graphql(`
  query FindQuickReplies($search: String, $ticketId: ID!) {
    quickReplies(first: 20, search: $search) {
      edges {
        node {
          id
          name
          folder
          code
          filled(ticketId: $ticketId)
        }
      }
    }
  }
`);

export const createQuickReplyMutation = graphql(
  `
    mutation CreateQuickReply($input: CreateQuickReplyInput!) {
      createQuickReply(input: $input) {
        __typename
        ...Fault
      }
    }
  `,
  [faultFragment],
);

export const updateQuickReplyMutation = graphql(
  `
    mutation UpdateQuickReply($input: UpdateQuickReplyInput!) {
      updateQuickReply(input: $input) {
        __typename
        ...Fault
      }
    }
  `,
  [faultFragment],
);

export const deleteQuickReplyMutation = graphql(
  `
    mutation DeleteQuickReply($input: DeleteQuickReplyInput!) {
      deleteQuickReply(input: $input) {
        __typename
        ...Fault
      }
    }
  `,
  [faultFragment],
);
