/** The facts of customers that are keys of a list's values, each with the key of its list. */
export const customerLists = { source: 'customer-source', type: 'customer-type' } as const;
export type ListedFact = keyof typeof customerLists;

export const listedFacts = Object.keys(customerLists) as ListedFact[];

export const isListed = (fact: string): fact is ListedFact => Object.hasOwn(customerLists, fact);

/** What the API calls a fact: one that is a value of a list is named by the value's key. */
export const apiName = (fact: string): string => (isListed(fact) ? `${fact}Key` : fact);
