import { z } from 'zod';
import { fieldDefinition } from '../../form/field-definition.ts';
import { slaPolicy } from './sla-policy.ts';

/** What a definition says of its service levels, as it was written before a type could have several policies. */
export function upgradeSla(raw: unknown): unknown {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw) || 'policies' in raw) return raw;
  return { policies: [{ key: 'standard', ...raw }] };
}

/**
 * The policies of a ticket type in their order: the first whose condition holds is the ticket's, and the last one holds
 * for all others. A single policy on its own is read as the only one of the list. `customerFields` are the chosen fields
 * of customers that the conditions read, as they were when the version was published.
 */
export const slaPlan = z.preprocess(
  upgradeSla,
  z.strictObject({
    policies: z.array(slaPolicy).min(1).max(20),
    customerFields: z.array(fieldDefinition).max(50).optional(),
  }),
);

export type SlaPlan = z.infer<typeof slaPlan>;
