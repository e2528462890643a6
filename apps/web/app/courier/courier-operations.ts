import { graphql, type ResultOf } from '~/graphql/graphql.ts';
import { faultFragment } from '~/graphql/mutation-result.ts';

export const carriersQuery = graphql(`
  query Carriers {
    carriers {
      key
      channelId
      channelName
      name {
        text
      }
    }
  }
`);

export const trackCourierMutation = graphql(
  `
    mutation TrackCourier($input: TrackCourierInput!) {
      trackCourier(input: $input) {
        __typename
        ...Fault
        ... on TrackCourierSuccess {
          tracking {
            number
            carrier
            state
            fetchedAt
            carrierName {
              text
            }
            events {
              at
              text
              place
            }
            fault {
              code
              isRetryable
              words {
                text
              }
            }
          }
        }
      }
    }
  `,
  [faultFragment],
);

type Answer = ResultOf<typeof trackCourierMutation>['trackCourier'];
export type CourierTracking = Extract<Answer, { __typename: 'TrackCourierSuccess' }>['tracking'];
