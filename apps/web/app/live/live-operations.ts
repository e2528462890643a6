import { graphql } from '~/graphql/graphql.ts';

export const ticketEventsSubscription = graphql(`
  subscription TicketEvents($after: String) {
    ticketEvents(after: $after) {
      eventId
      kind
      ticket {
        id
        number
      }
    }
  }
`);

export const notificationsSubscription = graphql(`
  subscription Notifications($after: String) {
    notifications(after: $after) {
      eventId
      notification {
        id
        kind
        params
        isActionable
      }
    }
  }
`);
