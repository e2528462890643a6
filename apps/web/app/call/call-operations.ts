import { agentsToChooseFragment } from '~/agent/agents-to-choose.ts';
import { graphql, type ResultOf } from '~/graphql/graphql.ts';

export const callListQuery = graphql(`
  query CallList($filter: CallFilter, $after: String) {
    calls(first: 100, filter: $filter, after: $after) {
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
          direction
          status
          startedAt
          answeredAt
          waitedSeconds
          talkSeconds
          endReason
          dispositionLabel {
            text
          }
          customer {
            id
            name
          }
          customerNumber {
            national
            masked
          }
          agent {
            name
          }
          group {
            name
          }
          ticket {
            number
          }
        }
      }
    }
  }
`);

export const callChoicesQuery = graphql(
  `
    query CallChoices {
      viewer {
        agent {
          id
        }
      }
      serviceGroups {
        id
        name
        kind
      }
      ...AgentsToChoose
    }
  `,
  [agentsToChooseFragment],
);

export const callQuery = graphql(`
  query CallRecord($id: ID!) {
    node(id: $id) {
      __typename
      ... on Call {
        id
        direction
        status
        startedAt
        answeredAt
        endedAt
        endReason
        waitedSeconds
        talkSeconds
        heldSeconds
        keysPressed
        companyNumber
        vendorCallId
        dispositionLabel {
          text
        }
        customer {
          id
          name
          level
        }
        customerNumber {
          national
          masked
          location
        }
        agent {
          name
        }
        group {
          name
        }
        ticket {
          id
          number
          title
          status
        }
        recordings {
          id
          url
          durationSeconds
        }
        legs {
          agent {
            name
          }
          ringingAt
          answeredAt
          endedAt
          outcome
        }
        track {
          kind
          at
          reason
          agent {
            name
          }
        }
      }
    }
  }
`);

export type CallRow = ResultOf<typeof callListQuery>['calls']['edges'][number]['node'];
export type CallRecord = Extract<NonNullable<ResultOf<typeof callQuery>['node']>, { __typename: 'Call' }>;
