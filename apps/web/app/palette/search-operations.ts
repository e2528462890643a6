import { graphql } from '~/graphql/graphql.ts';

export const searchQuery = graphql(`
  query Search($text: String!, $mayReadCustomers: Boolean!) {
    tickets(first: 6, filter: { search: $text }) {
      edges {
        node {
          id
          number
          title
          customer {
            name
          }
        }
      }
    }
    customers(first: 6, filter: { search: $text }) @include(if: $mayReadCustomers) {
      edges {
        node {
          id
          name
          company
          phones {
            masked
            national
          }
        }
      }
    }
  }
`);
