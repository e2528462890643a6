import { graphql, type ResultOf } from '~/graphql/graphql.ts';
import { faultFragment } from '~/graphql/mutation-result.ts';

export const simulateMutation = graphql(
  `
    mutation SimulateTicketType($input: SimulateTicketTypeInput!) {
      simulateTicketType(input: $input) {
        __typename
        ... on SimulateTicketTypeSuccess {
          simulation {
            startedAt
            now
            status
            urgency
            isFinished
            answers
            frames {
              step
              at
              kind
              nodeId
              clock
              actor {
                name
              }
              trace {
                nodeId
                edgeId
                why
                because
              }
              heldBack {
                kind
                purpose
                nodeId
                to
                target
                agents {
                  name
                }
                message {
                  text
                }
              }
            }
            steps {
              nodeId
              since
              isFallback
              assignee {
                id
                name
              }
              candidates {
                id
                name
              }
              acts
              rollbackTo
            }
            clocks {
              kind
              nodeId
              status
              isBreached
              explanation {
                text
              }
            }
            coming {
              at
              kind
              nodeId
              clock
            }
            problem {
              step
              issues {
                path
                code
                message
              }
            }
          }
        }
        ...Fault
      }
    }
  `,
  [faultFragment],
);

type Simulated = Extract<
  ResultOf<typeof simulateMutation>['simulateTicketType'],
  { __typename: 'SimulateTicketTypeSuccess' }
>;
export type Simulation = Simulated['simulation'];
export type SimulationFrame = Simulation['frames'][number];
export type OpenStep = Simulation['steps'][number];

export const tryQuery = graphql(`
  query TryTicketType($id: ID!, $number: String!, $hasNumber: Boolean!) {
    node(id: $id) {
      __typename
      ... on TicketTypeDraft {
        tests {
          id
          name
          startAt
          steps
        }
      }
    }
    ticket(number: $number) @include(if: $hasNumber) {
      number
      type {
        key
      }
      pastRun {
        startAt
        steps
      }
    }
  }
`);

export const saveTestMutation = graphql(
  `
    mutation SaveTicketTypeTest($input: SaveTicketTypeTestInput!) {
      saveTicketTypeTest(input: $input) {
        __typename
        ... on SaveTicketTypeTestSuccess {
          test {
            name
          }
        }
        ...Fault
      }
    }
  `,
  [faultFragment],
);

export const acceptTestMutation = graphql(
  `
    mutation AcceptTicketTypeTest($input: AcceptTicketTypeTestInput!) {
      acceptTicketTypeTest(input: $input) {
        __typename
        ...Fault
      }
    }
  `,
  [faultFragment],
);

export const deleteTestMutation = graphql(
  `
    mutation DeleteTicketTypeTest($input: DeleteTicketTypeTestInput!) {
      deleteTicketTypeTest(input: $input) {
        __typename
        ...Fault
      }
    }
  `,
  [faultFragment],
);

export const backtestQuery = graphql(`
  query BacktestTicketType($id: ID!, $first: Int!, $after: String) {
    node(id: $id) {
      __typename
      ... on TicketTypeDraft {
        revision
        backtest(first: $first, after: $after) {
          endCursor
          results {
            outcome
            atNodeId
            wasNodeId
            nowNodeId
            field
            because
            isWithOthers
            edgeIds
            ticket {
              number
              title
            }
          }
        }
      }
    }
  }
`);

type BacktestNode = NonNullable<ResultOf<typeof backtestQuery>['node']>;
export type BacktestBatch = Extract<BacktestNode, { __typename: 'TicketTypeDraft' }>['backtest'];
export type BacktestResult = BacktestBatch['results'][number];
