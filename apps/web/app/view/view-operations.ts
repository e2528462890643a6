import { graphql, type ResultOf } from '~/graphql/graphql.ts';
import { faultFragment } from '~/graphql/mutation-result.ts';

export const ownPreferencesQuery = graphql(`
  query OwnPreferences {
    viewer {
      preferences
    }
  }
`);

export const savedViewsQuery = graphql(`
  query SavedViews($list: ViewList!) {
    savedViews(list: $list) {
      id
      name
      version
      sharing
      isOwn
      mayChange
      totalCount {
        value
      }
      groups {
        id
      }
      owner {
        name
      }
      query {
        view
        filter
        orderBy
        isReversed
        columns
      }
    }
    serviceGroups {
      id
      name
    }
    viewer {
      preferences
    }
  }
`);

export const savedViewCountsQuery = graphql(`
  query SavedViewCounts($list: ViewList!) {
    savedViews(list: $list) {
      id
      totalCount {
        value
      }
    }
  }
`);

export type SavedViewData = ResultOf<typeof savedViewsQuery>['savedViews'][number];

export const createSavedViewMutation = graphql(
  `
    mutation CreateSavedView($input: CreateSavedViewInput!) {
      createSavedView(input: $input) {
        __typename
        ... on CreateSavedViewSuccess {
          view {
            id
          }
        }
        ...Fault
      }
    }
  `,
  [faultFragment],
);

export const updateSavedViewMutation = graphql(
  `
    mutation UpdateSavedView($input: UpdateSavedViewInput!) {
      updateSavedView(input: $input) {
        __typename
        ...Fault
      }
    }
  `,
  [faultFragment],
);

export const deleteSavedViewMutation = graphql(
  `
    mutation DeleteSavedView($input: DeleteSavedViewInput!) {
      deleteSavedView(input: $input) {
        __typename
        ...Fault
      }
    }
  `,
  [faultFragment],
);
