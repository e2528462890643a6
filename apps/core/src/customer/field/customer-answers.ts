import type { Answers } from '../../form/answers.ts';
import { formFields } from '../../form/form-fields.ts';
import { asInForm, type SharedField } from '../../field/shared-field.ts';
import type { FormDefinition } from '../../form/form-definition.ts';
import { maskAnswers } from '../../form/sensitive-field.ts';
import { remember, type Context } from '../../platform/context.ts';
import { ValidationError, type Issue } from '../../platform/errors.ts';
import { parseForm } from '../../ticket/answer/parse-form.ts';
import { writeFieldValues } from '../../ticket/answer/write-field-values.ts';
import { mayReveal } from '../customer-access.ts';
import { apiName } from '../listed-facts.ts';
import { customerForm, loadCustomerFields, type LoadedCustomerField } from './load-customer-fields.ts';

type Values = Readonly<Record<string, unknown>>;

/**
 * The answers of a customer to store: those sent, read by the form engine, beside those that were not. What a removed or
 * disabled field holds stays. Throws ValidationError with paths under `answers`.
 */
export function readCustomerAnswers(fields: readonly LoadedCustomerField[], sent: Values, held: Answers = {}): Answers {
  const form = customerForm(fields, held);
  const keys = new Set(formFields(form).map(({ key }) => key));
  const previous = Object.fromEntries(Object.entries(held).filter(([key]) => keys.has(key)));
  const beside = Object.fromEntries(Object.entries(held).filter(([key]) => !keys.has(key)));
  return { ...beside, ...parseForm(form, { ...previous, ...sent }, { nodeId: '', previous }) };
}

const isNothing = (value: unknown): boolean =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

/** Throws ValidationError that names every built-in fact that has to be filled in and is not. */
export function requireFacts(fields: readonly LoadedCustomerField[], facts: Values): void {
  const issues = fields.flatMap(({ key, kind, isRequired }): Issue[] => {
    if (kind !== 'required_system' || !isRequired || !(key in facts) || !isNothing(facts[key])) return [];
    const message = { en: 'Fill in this field.', zh: '请填写此项。' };
    return [{ path: [apiName(key)], code: 'required', message }];
  });
  if (issues.length > 0) throw new ValidationError(issues);
}

/** The form of all answers that a record holds, those of removed fields too, as the registry has them. */
async function heldForm(context: Context, answers: Answers): Promise<FormDefinition> {
  const keys = Object.keys(answers);
  const rows =
    keys.length === 0
      ? []
      : await context.db.selectFrom('field').select('definition').where('key', 'in', keys).execute();
  const fields = rows.map(({ definition }) => asInForm(definition as SharedField, { searchable: true }));
  return { sections: [{ key: 'held', label: { en: '', zh: '' }, columns: 1, fields }], rules: [] };
}

/**
 * Writes the rows that filters use. All answers have theirs, whether lists are narrowed by them now or not, so that
 * choosing a field for that, or adding one again, needs no look at every customer.
 */
export async function indexCustomerAnswers(
  context: Context,
  customerId: string,
  isNew: boolean,
  answers: Answers,
): Promise<void> {
  const owner = { id: customerId, type: 'customer' as const, isNew };
  await writeFieldValues(context, owner, await heldForm(context, answers), null, answers);
}

/** The answers to the fields that customers are asked for, as the caller may see them. */
export async function shownCustomerAnswers(
  context: Context,
  customer: { ownerId: string | null; answers: unknown },
): Promise<Answers> {
  const held = customer.answers as Answers;
  const form = customerForm(await customerFieldsOnce(context), held);
  const keys = new Set(formFields(form).map(({ key }) => key));
  const shown = Object.fromEntries(Object.entries(held).filter(([key]) => keys.has(key)));
  return (await mayReveal(context, customer)) ? shown : maskAnswers(form, shown);
}

/** The fields as one request reads them, so that a list asks once. */
export const customerFieldsOnce = (context: Context): Promise<LoadedCustomerField[]> =>
  remember(context, 'customer-fields', () => loadCustomerFields(context));
