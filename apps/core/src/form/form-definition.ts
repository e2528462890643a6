import { z } from 'zod';
import { condition, type Kinds, type ValueKind } from '../condition/condition.ts';
import { localizedText } from '../platform/localized-text.ts';
import { stableKey } from '../platform/stable-key.ts';
import { fieldDefinition, type FieldDefinition, type FieldType } from './field-definition.ts';

const fields = z.array(stableKey).min(1).max(200);
const written = z.union([z.string().max(20000), z.number(), z.array(z.string().max(500)).max(500), z.null()]);

/** What a rule does to other fields while its condition holds. */
export const ruleAction = z.discriminatedUnion('action', [
  z.strictObject({ action: z.literal('show'), fields }),
  z.strictObject({ action: z.literal('hide'), fields }),
  z.strictObject({ action: z.literal('read_only'), fields }),
  z.strictObject({ action: z.literal('editable'), fields }),
  z.strictObject({ action: z.literal('require'), fields }),
  z.strictObject({
    action: z.literal('set_value'),
    field: stableKey,
    value: written,
    /** `always` forces the value; `when_empty` offers it where nothing was entered. */
    mode: z.enum(['always', 'when_empty']),
  }),
  z.strictObject({
    action: z.literal('set_options'),
    field: stableKey,
    options: z.array(z.string().max(60)).min(1).max(500),
  }),
]);

export const formRule = z.strictObject({
  key: stableKey,
  name: localizedText.optional(),
  when: condition,
  then: z.array(ruleAction).min(1).max(20),
});

export const formSection = z.strictObject({
  key: stableKey,
  label: localizedText,
  columns: z.int().min(1).max(3),
  fields: z.array(fieldDefinition).max(200),
});

/** A form as an admin designs it: sections in order, each with its fields in order, and the rules between fields. */
export const formDefinition = z.strictObject({
  sections: z.array(formSection).min(1).max(50),
  rules: z.array(formRule).max(500),
});

export type RuleAction = z.infer<typeof ruleAction>;
export type FormRule = z.infer<typeof formRule>;
export type FormSection = z.infer<typeof formSection>;
export type FormDefinition = z.infer<typeof formDefinition>;

const KIND_OF_TYPE: Readonly<Record<Exclude<FieldType, 'divider'>, ValueKind>> = {
  text: 'text',
  multiline: 'text',
  rich_text: 'text',
  phone: 'text',
  email: 'text',
  id_number: 'text',
  address: 'text',
  serial_number: 'text',
  number: 'number',
  amount: 'number',
  formula: 'number',
  date: 'date',
  datetime: 'datetime',
  single_select: 'choice',
  radio: 'choice',
  multi_select: 'choices',
  checkbox: 'choices',
  cascading_select: 'choices',
  member: 'reference',
  department: 'reference',
  customer: 'reference',
  attachment: 'list',
  image: 'list',
  product_lines: 'list',
};

/** All fields of a form in the order in which they are read. */
export function formFields(form: FormDefinition): FieldDefinition[] {
  return form.sections.flatMap((section) => section.fields);
}

/** What each field's value is to a condition. */
export function formKinds(form: FormDefinition): Kinds {
  const kinds: Record<string, ValueKind> = {};
  for (const field of formFields(form)) {
    if (field.type !== 'divider') kinds[field.key] = KIND_OF_TYPE[field.type];
  }
  return kinds;
}

/** The keys of the fields that an action changes. */
export function targetsOf(action: RuleAction): string[] {
  return 'fields' in action ? action.fields : [action.field];
}
