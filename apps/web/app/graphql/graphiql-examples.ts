/** What GraphiQL opens with: the main job, step by step. */
export const graphiqlExamples = `# Handoff GraphQL. Authorise with: { "Authorization": "Bearer hk_…" } under Headers.
# Run one operation at a time: put the cursor in it and press Ctrl+Enter.

query WhoAmI { viewer { agent { name } permissions } }

query MyQueue {
  tickets(first: 20, orderBy: DUE_AT, filter: { isActive: { eq: true } }) {
    totalCount { value isExact }
    edges { node { id number title status urgency dueAt handler { name } customer { name } } }
  }
}

query WhoIsCalling { customers(first: 5, filter: { phone: "138 0571 5678" }) { edges { node { id name phones { masked } } } } }

subscription Follow { ticketEvents { eventId kind ticket { number status } } }
`;
