import type { ResultOf } from '~/graphql/graphql.ts';
import type { customerOwnersQuery } from './customer-operations.ts';

type Owners = ResultOf<typeof customerOwnersQuery>;

/** A value of a list, as forms and filters offer it. */
export interface ListedValue {
  value: string;
  label: string;
  isActive: boolean;
}

/** The facts of customers that are values of lists. */
export const listedFacts = ['type', 'source'] as const;
type ListedFact = (typeof listedFacts)[number];
export type CustomerLists = Record<ListedFact, ListedValue[]>;

export const isListed = (fact: string): fact is ListedFact => listedFacts.some((one) => one === fact);

/** What the API calls a fact: one that is a value of a list is named by the value's key. */
export const apiName = (fact: string): string => (isListed(fact) ? `${fact}Key` : fact);

const valuesOf = (list: Owners['sources']): ListedValue[] =>
  (list?.options ?? []).map(({ key, label, isActive }) => ({ value: key, label: label.text, isActive }));

/** The values of the lists, also those out of use, which records may hold. */
export const readLists = ({ types, sources }: Pick<Owners, 'types' | 'sources'>): CustomerLists => ({
  type: valuesOf(types),
  source: valuesOf(sources),
});
