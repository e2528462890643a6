import type { Kinds, Values } from '../../condition/condition.ts';
import { formKinds } from '../../form/form-fields.ts';
import type { FieldDefinition } from '../../form/field-definition.ts';
import type { FormDefinition } from '../../form/form-definition.ts';
import { isSensitive } from '../../form/sensitive-field.ts';
import type { Context } from '../../platform/context.ts';

/** What conditions of policies can read of a ticket's customer. */
export const CUSTOMER_KINDS = {
  'customer.kind': 'choice',
  'customer.level': 'choice',
  'customer.type': 'choice',
  'customer.source': 'choice',
  'customer.region': 'text',
} as const satisfies Kinds;

const chosenPrefix = 'customer.answers.';

/** How conditions of policies name a chosen field of customers. */
export const customerFieldName = (key: string): string => `${chosenPrefix}${key}`;

/** The chosen field that a condition names so; null for anything else. */
export const chosenFieldIn = (name: string): string | null =>
  name.startsWith(chosenPrefix) ? name.slice(chosenPrefix.length) : null;

const formsOf = new WeakMap<readonly FieldDefinition[], FormDefinition>();

/** Chosen fields as a form, the same one for the same fields; contact details are no matter for conditions, which are shown. */
export function customerFieldForm(fields: readonly FieldDefinition[]): FormDefinition {
  const known = formsOf.get(fields);
  if (known) return known;
  const label = { en: 'Customer', zh: '客户' };
  const open = fields.filter((field) => !isSensitive(field));
  const form: FormDefinition = { sections: [{ key: 'customer', label, columns: 1, fields: open }], rules: [] };
  formsOf.set(fields, form);
  return form;
}

/** What chosen fields of customers are to conditions. */
export const chosenKinds = (fields: readonly FieldDefinition[]): Kinds =>
  Object.fromEntries(
    Object.entries(formKinds(customerFieldForm(fields))).map(([key, kind]) => [customerFieldName(key), kind]),
  );

/** A customer's answers as conditions name them. */
export const chosenValues = (answers: Values): Values =>
  Object.fromEntries(Object.entries(answers).map(([key, value]) => [customerFieldName(key), value]));

/** What is known of a ticket's customer now; nothing where it has none. */
export async function loadCustomerFacts(context: Context, customerId: string | null): Promise<Values> {
  if (!customerId) return {};
  const row = await context.db
    .selectFrom('customer')
    .select(['kind', 'level', 'type', 'source', 'region', 'answers'])
    .where('id', '=', customerId)
    .executeTakeFirst();
  if (!row) return {};
  const { answers, ...facts } = row;
  return {
    ...Object.fromEntries(Object.entries(facts).map(([name, value]) => [`customer.${name}`, value])),
    ...chosenValues(answers as Values),
  };
}
