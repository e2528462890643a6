import { SHARED_TYPES } from '@handoff/core/field/shared-field';
import type { FieldDefinition, FieldType } from '@handoff/core/form/field-definition';
import type { FormDefinition, FormRule, FormSection, RuleAction } from '@handoff/core/form/form-definition';
import { formFields, targetsOf } from '@handoff/core/form/form-fields';
import { freeKey } from '~/ticket-type/designer/free-key.ts';

/** Every kind of field, in the order in which an admin is offered them. */
export const fieldTypes = [
  ...SHARED_TYPES,
  'product_lines',
  'formula',
  'serial_number',
  'divider',
] as const satisfies readonly FieldType[];

const firstOption = { value: 'option_1', label: { en: 'Option 1', zh: '选项 1' } };

/** What a field of a type needs besides its key and label. */
function partsOf(type: FieldType): object {
  switch (type) {
    case 'single_select':
    case 'radio':
    case 'multi_select':
    case 'checkbox':
    case 'cascading_select':
      return { options: [firstOption] };
    case 'formula':
      return { expression: { constant: 0 }, result: 'number' };
    default:
      return {};
  }
}

/** A new field with a key that the form does not have yet. */
export const newField = (form: FormDefinition, type: FieldType, label: { en: string; zh: string }): FieldDefinition =>
  ({ key: freeKey('field', formFields(form)), type, label, ...partsOf(type) }) as FieldDefinition;

const withSections = (form: FormDefinition, sections: FormSection[]): FormDefinition => ({ ...form, sections });

/** Where a field is: its section, and its place in it. */
export function placeOf(form: FormDefinition, key: string): { section: number; field: number } | null {
  for (const [section, { fields }] of form.sections.entries()) {
    const field = fields.findIndex((one) => one.key === key);
    if (field >= 0) return { section, field };
  }
  return null;
}

/** Adds a field behind another, or at the end of the last section. */
export function addField(form: FormDefinition, field: FieldDefinition, behind: string | null): FormDefinition {
  const place = behind === null ? null : placeOf(form, behind);
  const section = place?.section ?? form.sections.length - 1;
  return withSections(
    form,
    form.sections.map((one, index) =>
      index === section
        ? { ...one, fields: one.fields.toSpliced(place ? place.field + 1 : one.fields.length, 0, field) }
        : one,
    ),
  );
}

export function changeField(form: FormDefinition, key: string, field: FieldDefinition): FormDefinition {
  return withSections(
    form,
    form.sections.map((section) => ({
      ...section,
      fields: section.fields.map((one) => (one.key === key ? field : one)),
    })),
  );
}

/** A rule with what it does to some fields alone; null where it does nothing to them. */
export function keepTargets(rule: FormRule, isKept: (key: string) => boolean): FormRule | null {
  const then = rule.then.flatMap((action): RuleAction[] => {
    if (!('fields' in action)) return isKept(action.field) ? [action] : [];
    const fields = action.fields.filter(isKept);
    return fields.length > 0 ? [{ ...action, fields }] : [];
  });
  return then.length > 0 ? { ...rule, then } : null;
}

/** Removes fields, and what rules do to them. Conditions that ask for them stay, as problems for the admin to mend. */
export function removeFields(form: FormDefinition, keys: readonly string[]): FormDefinition {
  const isKept = (key: string) => !keys.includes(key);
  return {
    sections: form.sections.map((section) => ({ ...section, fields: section.fields.filter(({ key }) => isKept(key)) })),
    rules: form.rules.flatMap((rule) => keepTargets(rule, isKept) ?? []),
  };
}

/** Moves a field one place up or down, over the edge of its section into the next one. */
export function moveField(form: FormDefinition, key: string, by: 1 | -1): FormDefinition {
  const place = placeOf(form, key);
  if (!place) return form;
  const { section, field } = place;
  const moved = form.sections[section]?.fields[field];
  const size = form.sections[section]?.fields.length ?? 0;
  if (!moved) return form;
  const isInside = by === 1 ? field < size - 1 : field > 0;
  const target = isInside ? section : section + by;
  if (!form.sections[target]) return form;
  const sections = form.sections.map((one, index) =>
    index === section ? { ...one, fields: one.fields.toSpliced(field, 1) } : one,
  );
  const goal = sections[target];
  if (!goal) return form;
  const at = isInside ? field + by : by === 1 ? 0 : goal.fields.length;
  return withSections(form, sections.with(target, { ...goal, fields: goal.fields.toSpliced(at, 0, moved) }));
}

export const addSection = (form: FormDefinition, label: { en: string; zh: string }): FormDefinition =>
  withSections(form, [...form.sections, { key: freeKey('section', form.sections), label, columns: 2, fields: [] }]);

export const changeSection = (form: FormDefinition, index: number, change: Partial<FormSection>): FormDefinition =>
  withSections(
    form,
    form.sections.map((section, at) => (at === index ? { ...section, ...change } : section)),
  );

/** Removes a section; its fields go to the one before it, or after it if it is the first. */
export function removeSection(form: FormDefinition, index: number): FormDefinition {
  const removed = form.sections[index];
  if (!removed || form.sections.length === 1) return form;
  const sections = form.sections.toSpliced(index, 1);
  const heir = Math.max(0, index - 1);
  return withSections(
    form,
    sections.map((section, at) =>
      at === heir
        ? {
            ...section,
            fields: index === 0 ? [...removed.fields, ...section.fields] : [...section.fields, ...removed.fields],
          }
        : section,
    ),
  );
}

/** Takes a section out with its fields; the last one stays, empty. */
export function cutSection(form: FormDefinition, index: number): FormDefinition {
  const section = form.sections[index];
  if (!section) return form;
  const rest = removeFields(
    form,
    section.fields.map(({ key }) => key),
  );
  return form.sections.length === 1 ? rest : withSections(rest, rest.sections.toSpliced(index, 1));
}

/** How many rules do something to a field. */
export const rulesOn = (form: FormDefinition, key: string): number =>
  form.rules.filter((rule) => rule.then.some((action) => targetsOf(action).includes(key))).length;
