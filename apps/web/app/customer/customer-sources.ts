import type { ResultOf } from '~/graphql/graphql.ts';
import type { customerOwnersQuery } from './customer-operations.ts';

type Sources = ResultOf<typeof customerOwnersQuery>['sources'];

/** A value of the list of sources, as forms and filters offer it. */
export interface CustomerSource {
  value: string;
  label: string;
  isActive: boolean;
}

/** The values of the list of sources, also those out of use, which records may hold. */
export const readSources = (sources: Sources): CustomerSource[] =>
  (sources?.options ?? []).map(({ key, label, isActive }) => ({ value: key, label: label.text, isActive }));
