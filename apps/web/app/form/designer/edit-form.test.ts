import { readFileSync } from 'node:fs';
import { checkForm } from '@handoff/core/form/check-form';
import type { FormDefinition } from '@handoff/core/form/form-definition';
import { formFields, targetsOf } from '@handoff/core/form/form-fields';
import { describe, expect, it } from 'vitest';
import {
  addField,
  addSection,
  fieldTypes,
  moveField,
  newField,
  placeOf,
  removeFields,
  removeSection,
} from './edit-form.ts';

const file = new URL('../../../../../prisma/seed/ticket-types/repair.json', import.meta.url);
const { form } = JSON.parse(readFileSync(file, 'utf8')) as { form: FormDefinition };
const keys = (one: FormDefinition) => formFields(one).map(({ key }) => key);
const label = { en: 'New', zh: '新' };

describe('a form in the designer', () => {
  it.each(fieldTypes)('takes a new field of the type %s without a fault', (type) => {
    const first = keys(form)[0] ?? '';
    const grown = addField(form, newField(form, type, label), first);
    expect(keys(grown)).toHaveLength(keys(form).length + 1);
    expect(keys(grown)[1]).toMatch(/^field_\d+$/);
    expect(checkForm(grown)).toEqual([]);
  });

  it('moves a field down through every section and up again', () => {
    const first = keys(form)[0] ?? '';
    const steps = keys(form).length + form.sections.length;
    let moved = form;
    for (let step = 0; step < steps; step += 1) moved = moveField(moved, first, 1);
    expect(keys(moved).at(-1)).toBe(first);
    expect(placeOf(moved, first)?.section).toBe(form.sections.length - 1);
    for (let step = 0; step < steps; step += 1) moved = moveField(moved, first, -1);
    expect(moved).toEqual(form);
  });

  it('loses no field with a section', () => {
    const two = addSection(form, label);
    for (const [index] of two.sections.entries()) {
      expect(keys(removeSection(two, index)).toSorted()).toEqual(keys(two).toSorted());
    }
  });

  it('takes what rules do to a removed field away with it', () => {
    const target = targetsOf(form.rules[0]?.then[0] ?? { action: 'show', fields: [] })[0] ?? '';
    const rest = removeFields(form, [target]);
    expect(keys(rest)).not.toContain(target);
    expect(rest.rules.flatMap((rule) => rule.then.flatMap(targetsOf))).not.toContain(target);
  });
});
