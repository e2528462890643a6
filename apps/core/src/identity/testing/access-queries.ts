const page = '(first: 100)';
const ofSearch = '(first: 100, filter: { search: $word })';
const ticketFields = 'id title customer { id name } parent { id title } files { id name }';
const customerFields = `id name email phones { e164 national masked }
  timeline(first: 50) { edges { node { call { id } ticket { id title } change { changes } } } }`;

/** Every list that there is, with what hangs on its records. */
export const everyList = `query ($word: String!) {
  tickets${page} { totalCount { value } edges { node { ${ticketFields} } } }
  drafts: tickets(first: 100, view: DRAFTS) { edges { node { id } } }
  created: tickets(first: 100, view: CREATED) { edges { node { id } } }
  toHandle: tickets(first: 100, view: TO_HANDLE) { edges { node { id } } }
  toClaim: tickets(first: 100, view: GROUP_TO_CLAIM) { edges { node { id } } }
  ticketSearch: tickets${ofSearch} { edges { node { id } } }
  customers${page} { totalCount { value } edges { node { ${customerFields} } } }
  customerSearch: customers${ofSearch} { edges { node { id } } }
  calls${page} { totalCount { value } edges { node { id
    customer { id name } ticket { id title } openTickets { id title } recordings { id } } } }
  notifications${page} { edges { node { id ticket { id title } } } }
  auditEntries${page} { edges { node { id } } }
  savedViews(list: TICKETS) { id }
  apiCredentials { id }
  presences { agent { id } call { id } }
  channels { id }
  currentCall { id }
}`;
