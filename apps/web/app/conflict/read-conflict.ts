import type { Fault } from '~/graphql/mutation-result.ts';

/** A field that two people changed to different things. */
export interface ConflictingField {
  field: string;
  before: unknown;
  theirs: unknown;
  by: string | null;
  at: string | null;
}

export interface Conflict {
  version: number;
  fields: readonly ConflictingField[];
}

/** Both sides of what two people changed, if that is why nothing was saved. */
export const conflictIn = (fault: Fault | null): Conflict | null =>
  fault?.code === 'same_fields' ? (fault.current as Conflict) : null;
