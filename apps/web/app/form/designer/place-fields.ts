import type { FieldDefinition } from '@handoff/core/form/field-definition';
import type { FormDefinition } from '@handoff/core/form/form-definition';
import { formFields } from '@handoff/core/form/form-fields';
import { moveField, placeOf } from './edit-form.ts';

/** Between which fields of which section something is put; `index` is counted as the form is now. */
export interface DropPlace {
  section: number;
  index: number;
}

/** Behind these fields, else at the end of the last section. */
export function placeBehind(form: FormDefinition, keys: readonly string[]): DropPlace {
  const place = placeOf(form, keys.at(-1) ?? '');
  if (place) return { section: place.section, index: place.field + 1 };
  const section = form.sections.length - 1;
  return { section, index: form.sections[section]?.fields.length ?? 0 };
}

/** The form with new fields at a place. */
export function insertFields(
  form: FormDefinition,
  fields: readonly FieldDefinition[],
  { section, index }: DropPlace,
): FormDefinition {
  return {
    ...form,
    sections: form.sections.map((one, at) =>
      at === section ? { ...one, fields: one.fields.toSpliced(index, 0, ...fields) } : one,
    ),
  };
}

/** Puts fields that the form has, in the order in which they stand, to another place. */
export function placeFields(form: FormDefinition, keys: readonly string[], place: DropPlace): FormDefinition {
  const moved = formFields(form).filter(({ key }) => keys.includes(key));
  const before = form.sections[place.section]?.fields.slice(0, place.index) ?? [];
  const index = before.filter(({ key }) => !keys.includes(key)).length;
  const rest = {
    ...form,
    sections: form.sections.map((section) => ({
      ...section,
      fields: section.fields.filter(({ key }) => !keys.includes(key)),
    })),
  };
  const placed = insertFields(rest, moved, { section: place.section, index });
  const order = (one: FormDefinition) => one.sections.map(({ fields }) => fields.map(({ key }) => key).join());
  return order(placed).join(';') === order(form).join(';') ? form : placed;
}

/** Moves fields one place up or down together; where the first of them can't go on, all stay. */
export function moveFields(form: FormDefinition, keys: readonly string[], by: 1 | -1): FormDefinition {
  const ordered = formFields(form).flatMap(({ key }) => (keys.includes(key) ? [key] : []));
  const turns = by === 1 ? ordered.toReversed() : ordered;
  let moved = form;
  for (const [turn, key] of turns.entries()) {
    const next = moveField(moved, key, by);
    if (turn === 0 && next === moved) return form;
    moved = next;
  }
  return moved;
}

/** Moves a section before the one that is now at `to`; behind the last for their number. */
export function moveSection(form: FormDefinition, from: number, to: number): FormDefinition {
  const section = form.sections[from];
  const goal = to > from ? to - 1 : to;
  if (!section || goal === from || goal < 0 || goal >= form.sections.length) return form;
  return { ...form, sections: form.sections.toSpliced(from, 1).toSpliced(goal, 0, section) };
}
