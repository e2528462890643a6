import type { Kinds, ValueKind } from '../condition/condition.ts';
import type { FieldDefinition, FieldType } from './field-definition.ts';
import type { RuleAction } from './form-definition.ts';
import { oncePerForm } from './once-per-form.ts';

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
export const formFields = oncePerForm((form): readonly FieldDefinition[] =>
  form.sections.flatMap((section) => section.fields),
);

/** What each field's value is to a condition. */
export const formKinds = oncePerForm((form): Kinds => {
  const kinds: Record<string, ValueKind> = {};
  for (const field of formFields(form)) {
    if (field.type !== 'divider') kinds[field.key] = KIND_OF_TYPE[field.type];
  }
  return kinds;
});

/** The keys of the fields that an action changes. */
export function targetsOf(action: RuleAction): string[] {
  return 'fields' in action ? action.fields : [action.field];
}
