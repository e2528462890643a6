import { graphql } from '~/graphql/graphql.ts';
import { faultFragment } from '~/graphql/mutation-result.ts';

export const calendarsQuery = graphql(`
  query Calendars {
    calendars {
      id
      key
      name
      isDefault
      updatedAt
      definition
    }
  }
`);

export const calendarQuery = graphql(`
  query CalendarRecord($id: ID!, $from: DateTime!, $seconds: Int!) {
    calendarPreview(calendarId: $id, from: $from, seconds: $seconds) {
      isOpen
      dueAt
      explanation {
        text
      }
    }
    holidayLists {
      id
      key
      name
      definition
    }
    node(id: $id) {
      __typename
      ... on Calendar {
        id
        key
        name
        isDefault
        version
        definition
      }
    }
  }
`);

export const createCalendarMutation = graphql(
  `
    mutation CreateCalendar($input: CreateCalendarInput!) {
      createCalendar(input: $input) {
        __typename
        ...Fault
      }
    }
  `,
  [faultFragment],
);

export const updateCalendarMutation = graphql(
  `
    mutation UpdateCalendar($input: UpdateCalendarInput!) {
      updateCalendar(input: $input) {
        __typename
        ...Fault
      }
    }
  `,
  [faultFragment],
);
