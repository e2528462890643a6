import { fieldsOf } from '@handoff/core/condition/condition-fields';
import type { FieldDefinition } from '@handoff/core/form/field-definition';
import { chosenFieldIn } from '@handoff/core/sla/policy/customer-facts';
import type { SlaPlan } from '@handoff/core/sla/policy/sla-plan';
import type { SlaPolicy } from '@handoff/core/sla/policy/sla-policy';

/** The fields that customers are asked for, and beside them those that conditions read still. */
export const offeredFields = (
  chosen: readonly FieldDefinition[],
  kept: readonly FieldDefinition[] = [],
): FieldDefinition[] => [...chosen, ...kept.filter(({ key }) => !chosen.some((field) => field.key === key))];

/** The plan of these policies, with the customers' fields that their conditions read. */
export function withCustomerFields(policies: SlaPolicy[], offered: readonly FieldDefinition[]): SlaPlan {
  const named = new Set(
    policies.flatMap(({ when }) => (when ? fieldsOf(when) : [])).map((field) => chosenFieldIn(field)),
  );
  const customerFields = offered.filter(({ key }) => named.has(key));
  return { policies, ...(customerFields.length > 0 ? { customerFields } : {}) };
}
