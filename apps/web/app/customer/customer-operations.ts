import { agentsToChooseFragment } from '~/agent/agents-to-choose.ts';
import { graphql } from '~/graphql/graphql.ts';
import { faultFragment } from '~/graphql/mutation-result.ts';
import { customerValueListsFragment } from './value-lists.ts';

export const customerListQuery = graphql(`
  query CustomerList($filter: CustomerFilter, $orderBy: CustomerOrder, $isReversed: Boolean, $after: String) {
    customers(first: 100, filter: $filter, orderBy: $orderBy, isReversed: $isReversed, after: $after) {
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
          name
          company
          kind
          level
          type: typeKey
          source: sourceKey
          region
          tags {
            id
            name
          }
          lastContactAt
          owner {
            id
            name
          }
          phones {
            national
            masked
          }
        }
      }
    }
  }
`);

export const customerOwnersQuery = graphql(
  `
    query CustomerOwners {
      ...AgentsToChoose
      tags {
        id
        path
      }
      customerForm
      customerFields {
        key
        kind
        label {
          en
          zh
          text
        }
        definition
        isRequired
        isSearchable
      }
      ...CustomerValueLists
    }
  `,
  [agentsToChooseFragment, customerValueListsFragment],
);

export const customerQuery = graphql(`
  query CustomerRecord($id: ID!) {
    node(id: $id) {
      __typename
      ... on Customer {
        id
        name
        company
        kind
        level
        type: typeKey
        source: sourceKey
        email
        region
        address
        remark
        answers
        tags {
          id
          path
        }
        version
        createdAt
        lastContactAt
        owner {
          id
          name
        }
        phones {
          id
          label
          national
          masked
          location
        }
        identities {
          channel
          externalId
          label
        }
        timeline(first: 60) {
          totalCount {
            value
            isExact
          }
          edges {
            node {
              kind
              at
              ticket {
                id
                number
                title
                status
              }
              followUp {
                method
                body
                stage
                nextAt
                author {
                  name
                }
              }
              change {
                kind
                changes
                actor {
                  name
                }
              }
              call {
                id
                direction
                status
                answeredAt
                talkSeconds
                agent {
                  name
                }
                ticket {
                  number
                }
                recordings {
                  id
                  url
                  durationSeconds
                }
              }
            }
          }
        }
      }
    }
    tickets(first: 10, filter: { customer: { eq: $id }, isActive: { eq: true } }) {
      edges {
        node {
          id
          number
          title
          status
        }
      }
    }
  }
`);

export const createCustomerMutation = graphql(
  `
    mutation CreateCustomer($input: CreateCustomerInput!) {
      createCustomer(input: $input) {
        __typename
        ... on CreateCustomerSuccess {
          customer {
            id
          }
        }
        ...Fault
      }
    }
  `,
  [faultFragment],
);

export const updateCustomerMutation = graphql(
  `
    mutation UpdateCustomer($input: UpdateCustomerInput!) {
      updateCustomer(input: $input) {
        __typename
        ... on UpdateCustomerSuccess {
          customer {
            version
          }
        }
        ...Fault
      }
    }
  `,
  [faultFragment],
);

export const addFollowUpMutation = graphql(
  `
    mutation AddFollowUp($input: AddFollowUpInput!) {
      addFollowUp(input: $input) {
        __typename
        ...Fault
      }
    }
  `,
  [faultFragment],
);

export const linkCallCustomerMutation = graphql(
  `
    mutation LinkCallCustomer($input: LinkCallCustomerInput!) {
      linkCallCustomer(input: $input) {
        __typename
        ...Fault
      }
    }
  `,
  [faultFragment],
);

/** The chosen fields by which customers can be found. */
export const customerFilterFieldsQuery = graphql(`
  query CustomerFilterFields {
    customerFilterFields {
      key
      type
      kind
      currency
      label {
        text
      }
      options {
        value
        label {
          text
        }
      }
    }
  }
`);
