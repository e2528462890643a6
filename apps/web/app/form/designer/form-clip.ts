import { fieldDefinition } from '@handoff/core/form/field-definition';
import { formRule, formSection, type FormDefinition, type FormRule } from '@handoff/core/form/form-definition';
import { formFields } from '@handoff/core/form/form-fields';
import { z } from 'zod';
import { readClip } from '~/ticket-type/designer/read-clip.ts';
import { keepTargets } from './edit-form.ts';

/** Fields or whole sections on the clipboard, with what rules do to them. */
const formClip = z.strictObject({
  handoff: z.literal('form-part'),
  fields: z.array(fieldDefinition).max(200),
  sections: z.array(formSection).max(50),
  rules: z.array(formRule).max(500),
});

export type FormClip = z.infer<typeof formClip>;

/** What the rules of a form do to these fields, and nothing else that they do. */
const rulesFor = (form: FormDefinition, keys: ReadonlySet<string>): FormRule[] =>
  form.rules.flatMap((rule) => keepTargets(rule, (key) => keys.has(key)) ?? []);

/** These fields as they are copied, in the order in which they stand in the form. */
export function fieldsClip(form: FormDefinition, keys: readonly string[]): FormClip {
  const fields = formFields(form).filter(({ key }) => keys.includes(key));
  return { handoff: 'form-part', fields, sections: [], rules: rulesFor(form, new Set(keys)) };
}

/** A section as it is copied. */
export function sectionClip(form: FormDefinition, key: string): FormClip {
  const sections = form.sections.filter((section) => section.key === key);
  const keys = new Set(sections.flatMap(({ fields }) => fields.map((field) => field.key)));
  return { handoff: 'form-part', fields: [], sections, rules: rulesFor(form, keys) };
}

/** All fields on the clipboard, those of its sections too. */
export const clipFields = ({ fields, sections }: FormClip) => [
  ...fields,
  ...sections.flatMap((section) => section.fields),
];

/** Reads what was copied in a form designer. */
export const readFormClip = (text: string) => readClip(text, 'form-part', formClip);
