import { graphql } from '~/graphql/graphql.ts';
import { phoneCallFragment } from '~/telephony/phone-operations.ts';

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

export const jobEventsSubscription = graphql(`
  subscription JobEvents($after: String) {
    jobEvents(after: $after) {
      eventId
      kind
      job {
        id
      }
    }
  }
`);

export const callEventsSubscription = graphql(
  `
    subscription CallEvents($after: String) {
      callEvents(after: $after) {
        eventId
        kind
        outcome
        call {
          id
          ...PhoneCall
        }
        failure {
          message
        }
      }
    }
  `,
  [phoneCallFragment],
);

export const presenceSubscription = graphql(`
  subscription PresenceEvents($after: String) {
    presence(after: $after) {
      eventId
    }
  }
`);
