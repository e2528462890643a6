import { graphql } from '~/graphql/graphql.ts';
import { faultFragment } from '~/graphql/mutation-result.ts';

export const holidayListsQuery = graphql(`
  query HolidayLists {
    holidayLists {
      id
      key
      name
      definition
      updatedAt
      calendars {
        id
        name
      }
    }
  }
`);

export const holidayListQuery = graphql(`
  query HolidayListRecord($id: ID!) {
    node(id: $id) {
      __typename
      ... on HolidayList {
        id
        key
        name
        version
        definition
        calendars {
          id
          name
        }
      }
    }
  }
`);

export const holidayRegionsQuery = graphql(`
  query HolidayRegions($country: String!) {
    countries: holidayRegions {
      code
      name
    }
    parts: holidayRegions(country: $country) {
      code
      name
    }
  }
`);

export const createHolidayListMutation = graphql(
  `
    mutation CreateHolidayList($input: CreateHolidayListInput!) {
      createHolidayList(input: $input) {
        __typename
        ... on CreateHolidayListSuccess {
          holidayList {
            id
          }
        }
        ...Fault
      }
    }
  `,
  [faultFragment],
);

export const updateHolidayListMutation = graphql(
  `
    mutation UpdateHolidayList($input: UpdateHolidayListInput!) {
      updateHolidayList(input: $input) {
        __typename
        ...Fault
      }
    }
  `,
  [faultFragment],
);

export const deleteHolidayListMutation = graphql(
  `
    mutation DeleteHolidayList($input: DeleteHolidayListInput!) {
      deleteHolidayList(input: $input) {
        __typename
        ...Fault
      }
    }
  `,
  [faultFragment],
);

const previewPublicHolidaysMutation = graphql(
  `
    mutation PreviewPublicHolidays($input: PreviewPublicHolidaysInput!) {
      previewPublicHolidays(input: $input) {
        __typename
        ... on PreviewPublicHolidaysSuccess {
          holidays
          makeUpDays
        }
        ...Fault
      }
    }
  `,
  [faultFragment],
);

const previewIcalMutation = graphql(
  `
    mutation PreviewIcal($input: PreviewIcalInput!) {
      previewIcal(input: $input) {
        __typename
        ... on PreviewIcalSuccess {
          holidays
          makeUpDays
          special
          leftOut {
            name
            reason {
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

/** What a page has to be able to do so that days can be looked up on it. */
export const previewIntents = {
  previewPublicHolidays: previewPublicHolidaysMutation,
  previewIcal: previewIcalMutation,
};
