import { graphql, type ResultOf } from '~/graphql/graphql.ts';
import { faultFragment } from '~/graphql/mutation-result.ts';

export const notificationRulesQuery = graphql(`
  query NotificationRules {
    viewer {
      permissions
    }
    notificationRules {
      kind
      channelIds
      passesQuietHours
      mergeMinutes
      version
    }
    channels {
      id
      kind
      name
      isActive
      status
      statusDetail
      statusAt
      plugin {
        name {
          text
        }
      }
    }
  }
`);

export type Rule = ResultOf<typeof notificationRulesQuery>['notificationRules'][number];

export const setNotificationRulesMutation = graphql(
  `
    mutation SetNotificationRules($input: SetNotificationRulesInput!) {
      setNotificationRules(input: $input) {
        __typename
        ...Fault
      }
    }
  `,
  [faultFragment],
);

export const sendTestNotificationMutation = graphql(
  `
    mutation SendTestNotification($input: SendTestNotificationInput!) {
      sendTestNotification(input: $input) {
        __typename
        ... on SendTestNotificationSuccess {
          fault {
            words {
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

export const notificationDeliveriesQuery = graphql(`
  query NotificationDeliveries($filter: NotificationDeliveryFilter, $after: String) {
    viewer {
      permissions
    }
    notifierChannels {
      id
      name
    }
    notificationDeliveries(first: 50, after: $after, filter: $filter) {
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
          kind
          state
          attempts
          createdAt
          nextAt
          sentAt
          channel {
            id
            name
          }
          agent {
            name
          }
          ticket {
            number
            title
          }
          fault {
            words {
              text
            }
          }
        }
      }
    }
  }
`);

export type Delivery = ResultOf<typeof notificationDeliveriesQuery>['notificationDeliveries']['edges'][number]['node'];

export const retryNotificationDeliveryMutation = graphql(
  `
    mutation RetryNotificationDelivery($input: RetryNotificationDeliveryInput!) {
      retryNotificationDelivery(input: $input) {
        __typename
        ...Fault
      }
    }
  `,
  [faultFragment],
);

export const ownNotificationsQuery = graphql(`
  query OwnNotifications {
    viewer {
      preferences
    }
    notificationRules {
      kind
      channelIds
      passesQuietHours
    }
    notifierChannels {
      id
      name
      audience
      isActive
    }
  }
`);
