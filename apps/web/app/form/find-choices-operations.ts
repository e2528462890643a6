import { graphql } from '~/graphql/graphql.ts';

export const findAgentsQuery = graphql(`
  query FindAgents($filter: AgentFilter!) {
    agents(first: 12, filter: $filter) {
      edges {
        node {
          id
          loginName
          name
          department {
            name
          }
        }
      }
    }
  }
`);

export const findCustomersQuery = graphql(`
  query FindCustomers($filter: CustomerFilter!) {
    customers(first: 12, filter: $filter) {
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

export const findTicketsQuery = graphql(`
  query FindTickets($filter: TicketFilter!) {
    tickets(first: 12, filter: $filter) {
      edges {
        node {
          id
          number
          title
        }
      }
    }
  }
`);

export const departmentChoicesQuery = graphql(`
  query DepartmentChoices {
    departments {
      id
      name
    }
  }
`);

export const groupChoicesQuery = graphql(`
  query GroupChoices {
    serviceGroups {
      id
      name
    }
  }
`);
