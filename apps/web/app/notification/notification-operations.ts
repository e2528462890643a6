import { graphql } from '~/graphql/graphql.ts';
import { faultFragment } from '~/graphql/mutation-result.ts';

export const notificationsQuery = graphql(`
  query NotificationPanel {
    notifications(first: 50) {
      edges {
        node {
          id
          kind
          params
          isActionable
          createdAt
          readAt
          ticket {
            number
            title
          }
          job {
            id
            file {
              name
              url
            }
          }
        }
      }
    }
  }
`);

export const readNotificationsMutation = graphql(
  `
    mutation ReadNotifications($ids: [ID!]) {
      readNotifications(input: { notificationIds: $ids }) {
        __typename
        ...Fault
      }
    }
  `,
  [faultFragment],
);
