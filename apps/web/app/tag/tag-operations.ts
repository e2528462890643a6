import { graphql } from '~/graphql/graphql.ts';
import { faultFragment } from '~/graphql/mutation-result.ts';

export const tagsQuery = graphql(`
  query Tags {
    tags {
      id
      name
      path
      isActive
      isOffered
      ticketCount
      customerCount
      version
      parent {
        id
      }
    }
  }
`);

/** What a record can be marked with. */
export const tagChoicesQuery = graphql(`
  query TagChoices {
    tags {
      id
      path
      isOffered
    }
  }
`);

export const createTagMutation = graphql(
  `
    mutation CreateTag($input: CreateTagInput!) {
      createTag(input: $input) {
        __typename
        ...Fault
      }
    }
  `,
  [faultFragment],
);

export const updateTagMutation = graphql(
  `
    mutation UpdateTag($input: UpdateTagInput!) {
      updateTag(input: $input) {
        __typename
        ...Fault
      }
    }
  `,
  [faultFragment],
);

export const mergeTagMutation = graphql(
  `
    mutation MergeTag($input: MergeTagInput!) {
      mergeTag(input: $input) {
        __typename
        ...Fault
      }
    }
  `,
  [faultFragment],
);

export const deleteTagMutation = graphql(
  `
    mutation DeleteTag($input: DeleteTagInput!) {
      deleteTag(input: $input) {
        __typename
        ...Fault
      }
    }
  `,
  [faultFragment],
);

export const changeCustomerTagsMutation = graphql(
  `
    mutation ChangeCustomerTags($input: ChangeCustomerTagsInput!) {
      changeCustomerTags(input: $input) {
        __typename
        ...Fault
      }
    }
  `,
  [faultFragment],
);
