import { graphql } from '~/graphql/graphql.ts';

/** Those whom a menu of people offers. */
export const agentsToChooseFragment = graphql(`
  fragment AgentsToChoose on Query @_unmask {
    agents(first: 100, filter: { isActive: { eq: true } }) {
      edges {
        node {
          id
          name
        }
      }
    }
  }
`);
