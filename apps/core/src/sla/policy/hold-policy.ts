import { z } from 'zod';
import type { Kinds, Values } from '../../condition/condition.ts';
import { fieldsOf } from '../../condition/condition-fields.ts';
import { evaluateCondition, type Reason } from '../../condition/evaluate-condition.ts';
import { flowKinds } from '../../flow/flow-graph.ts';
import type { FlowState } from '../../flow/flow-state.ts';
import type { FormDefinition } from '../../form/form-definition.ts';
import type { Context } from '../../platform/context.ts';
import { chosenKinds, CUSTOMER_KINDS, loadCustomerFacts } from './customer-facts.ts';
import type { SlaPlan } from './sla-plan.ts';
import type { SlaPolicy } from './sla-policy.ts';

/** Which policy holds for a ticket, and the comparisons that decided. */
export interface HeldPolicy {
  key: string;
  because: Reason[];
}

/** What the conditions of policies can read: the form's fields, the urgency, and facts and chosen fields of the customer. */
export const policyKinds = (form: FormDefinition, { customerFields = [] }: Pick<SlaPlan, 'customerFields'>): Kinds => ({
  ...flowKinds(form),
  ...CUSTOMER_KINDS,
  ...chosenKinds(customerFields),
});

/** The first policy whose condition holds. Where none but the last does, what kept the others from holding. */
export function choosePolicy({ policies }: SlaPlan, values: Values, kinds: Kinds): HeldPolicy {
  const missed: Reason[] = [];
  for (const { key, when } of policies) {
    if (!when) return { key, because: missed };
    const { holds, because } = evaluateCondition(when, values, kinds);
    if (holds) return { key, because };
    missed.push(...because);
  }
  return { key: policies.at(-1)?.key ?? '', because: missed };
}

/** The policy that a ticket's row names; the last one for a row from before there were several. */
export function policyOf({ policies }: SlaPlan, held: Pick<HeldPolicy, 'key'> | null): SlaPolicy {
  const policy = policies.find(({ key }) => key === held?.key) ?? policies.at(-1);
  if (!policy) throw new Error('a plan has at least one policy');
  return policy;
}

const stored = z.object({ key: z.string(), because: z.custom<Reason[]>(Array.isArray) });

/** The policy that a ticket's row names, with why; null where the type had only one. */
export const readHeld = (raw: unknown): HeldPolicy | null => (raw === null ? null : stored.parse(raw));

/** The policy of a ticket as its row names it. */
export const policyOfTicket = (plan: SlaPlan, ticket: { slaPolicy: unknown }): SlaPolicy =>
  policyOf(plan, readHeld(ticket.slaPolicy));

/** Whether any condition asks about the customer. */
export const readsCustomer = ({ policies }: SlaPlan): boolean =>
  policies.some(({ when }) => when && fieldsOf(when).some((field) => field.startsWith('customer.')));

/** What the conditions of policies read of a ticket. */
export const policyValues = (state: Pick<FlowState, 'answers' | 'urgency'>, facts: Values): Values => ({
  ...state.answers,
  'ticket.urgency': state.urgency,
  ...facts,
});

/** Which policy holds for a ticket as it is now, its customer's facts included. */
export async function holdPolicy(
  context: Context,
  { sla, form }: { sla: SlaPlan; form: FormDefinition },
  state: FlowState,
  customerId: string | null,
): Promise<HeldPolicy> {
  const facts = readsCustomer(sla) ? await loadCustomerFacts(context, customerId) : {};
  return choosePolicy(sla, policyValues(state, facts), policyKinds(form, sla));
}
