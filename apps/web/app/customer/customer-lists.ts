import type { ListedFact } from '@handoff/core/customer/listed-facts';
import type { ResultOf } from '~/graphql/graphql.ts';
import type { customerOwnersQuery } from './customer-operations.ts';

type Owners = ResultOf<typeof customerOwnersQuery>;

/** A value of a list, as forms and filters offer it. */
export interface ListedValue {
  value: string;
  label: string;
  isOffered: boolean;
}

/** The facts that are values of lists, in the order of the form. */
export const formFacts = ['type', 'source'] as const satisfies readonly ListedFact[];
export type CustomerLists = Record<ListedFact, ListedValue[]>;

const valuesOf = (list: Owners['sources']): ListedValue[] =>
  (list?.options ?? []).map(({ key, label, isOffered }) => ({ value: key, label: label.text, isOffered }));

/** The values of the lists, also those out of use, which records may hold. */
export const readLists = ({ types, sources }: Pick<Owners, 'types' | 'sources'>): CustomerLists => ({
  type: valuesOf(types),
  source: valuesOf(sources),
});
