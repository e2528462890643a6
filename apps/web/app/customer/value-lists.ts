import { graphql } from '~/graphql/graphql.ts';

/** The values of the lists that facts of customers are of, also those out of use. */
export const customerValueListsFragment = graphql(`
  fragment CustomerValueLists on Query @_unmask {
    types: parameter(key: "customer-type") {
      options {
        key
        isOffered
        label {
          text
        }
      }
    }
    sources: parameter(key: "customer-source") {
      options {
        key
        isOffered
        label {
          text
        }
      }
    }
  }
`);
