import { purgeField, type Purge } from '@handoff/core/field/purge-field';
import type { Context } from '@handoff/core/platform/context';

export type FieldActivities = ReturnType<typeof createFieldActivities>;

/** The outside of the field workflow: each activity may be repeated and has its effect once. */
export function createFieldActivities({ systemContext }: { systemContext: () => Context }) {
  return {
    /** Removes the values of a batch of records. */
    purgeField: (batch: { fieldId: string; after: string | null }): Promise<Purge> =>
      purgeField(systemContext(), batch),
  };
}
