import { maskEmail, maskIdNumber, maskPhone } from '../platform/text/mask.ts';
import type { AnswerValue, Answers } from './answers.ts';
import type { FieldType } from './field-definition.ts';
import type { FormDefinition } from './form-definition.ts';
import { valueFields } from './form-order.ts';

type Mask = (value: string) => string;

/** The types whose values say how to reach somebody or who they are, and how each is covered. */
const masks: Partial<Record<FieldType, Mask>> = {
  phone: (value) => maskPhone({ typed: value, e164: value.startsWith('+') ? value : null }),
  email: maskEmail,
  id_number: maskIdNumber,
};

/** Whether the values of such fields are covered for those who may not see contact details in full. */
export const isSensitive = (field: { type: FieldType }): boolean => masks[field.type] !== undefined;

/** The covered form of a value of such a field; any other value as it is. */
export function maskAnswer(field: { type: FieldType }, value: unknown): unknown {
  const mask = masks[field.type];
  return mask && typeof value === 'string' && value !== '' ? mask(value) : value;
}

/** The sensitive fields of a form by key. */
export const sensitiveFields = (form: FormDefinition) =>
  new Map(
    valueFields(form)
      .filter(isSensitive)
      .map((field) => [field.key, field]),
  );

/** The answers with every sensitive one covered. */
export function maskAnswers(form: FormDefinition, answers: Answers): Answers {
  const masked: Record<string, AnswerValue> = { ...answers };
  for (const [key, field] of sensitiveFields(form)) {
    if (key in masked) masked[key] = maskAnswer(field, masked[key]) as AnswerValue;
  }
  return masked;
}

/**
 * Whether what a form sends back is what it was shown: the stored value, or its covered form. Such a value has not been
 * touched, and the stored one stays.
 */
export const isUntouched = (field: { type: FieldType }, sent: unknown, stored: unknown): boolean =>
  stored !== undefined && stored !== null && (sent === stored || sent === maskAnswer(field, stored));
