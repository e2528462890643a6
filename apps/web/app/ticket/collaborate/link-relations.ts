import type { VariablesOf } from '~/graphql/graphql.ts';
import type { collaborateMutations } from './collaborate-mutations.ts';
import type { TicketLink } from './collaborate-operations.ts';

export type ChosenRelation = VariablesOf<typeof collaborateMutations.linkTickets>['input']['relation'];

/** The relations that people choose, the plainest first. */
export const chosenRelations = [
  'RELATES_TO',
  'DUPLICATES',
  'DUPLICATED_BY',
  'BLOCKS',
  'BLOCKED_BY',
  'CAUSES',
  'CAUSED_BY',
] as const satisfies readonly ChosenRelation[];

/** All relations in the order in which a ticket shows them. */
export const relations = [
  'BLOCKED_BY',
  'BLOCKS',
  'CAUSED_BY',
  'CAUSES',
  'DUPLICATES',
  'DUPLICATED_BY',
  'SPLIT_FROM',
  'SPLIT_INTO',
  'RELATES_TO',
] as const satisfies readonly TicketLink['relation'][];

export const isChosen = (relation: TicketLink['relation']): relation is ChosenRelation =>
  chosenRelations.some((each) => each === relation);
