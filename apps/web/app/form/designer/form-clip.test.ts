import { readFileSync } from 'node:fs';
import { checkForm } from '@handoff/core/form/check-form';
import type { FormDefinition } from '@handoff/core/form/form-definition';
import { formFields, targetsOf } from '@handoff/core/form/form-fields';
import { describe, expect, it } from 'vitest';
import { removeFields } from './edit-form.ts';
import { fieldsClip, readFormClip, sectionClip } from './form-clip.ts';
import { pasteFormClip, type PasteGround } from './paste-form-clip.ts';
import { moveFields, moveSection, placeFields } from './place-fields.ts';

const read = (file: string) =>
  (
    JSON.parse(
      readFileSync(new URL(`../../../../../prisma/seed/ticket-types/${file}.json`, import.meta.url), 'utf8'),
    ) as { form: FormDefinition }
  ).form;
const form = read('repair');
const other = read('complaint');
const keys = (one: FormDefinition) => formFields(one).map(({ key }) => key);
const ground: PasteGround = { nodes: new Set(), shared: new Set() };
const last = (one: FormDefinition) => ({
  section: one.sections.length - 1,
  index: one.sections.at(-1)?.fields.length ?? 0,
});
const clipped = (text: string) => {
  const copied = readFormClip(text);
  if (!copied.ok) throw new Error(copied.why);
  return copied.clip;
};

describe('fields that are moved', () => {
  it('land between others in the order that they had', () => {
    const [a = '', b = '', c = '', d = ''] = keys(form);
    expect(keys(placeFields(form, [c, a], { section: 0, index: 4 })).slice(0, 4)).toEqual([b, d, a, c]);
    expect(placeFields(form, [b], { section: 0, index: 2 })).toBe(form);
  });

  it('go on together, and stay where the first can go no further', () => {
    const [a = '', b = '', c = ''] = keys(form);
    expect(keys(moveFields(form, [a, b], 1)).slice(0, 3)).toEqual([c, a, b]);
    expect(moveFields(form, [a, b], -1)).toBe(form);
  });

  it('go with their section', () => {
    const order = (one: FormDefinition) => one.sections.map(({ key }) => key);
    expect(order(moveSection(form, 0, 2)).slice(0, 2)).toEqual([order(form)[1], order(form)[0]]);
    expect(order(moveSection(form, 1, 0)).slice(0, 2)).toEqual([order(form)[1], order(form)[0]]);
  });
});

describe('fields that are copied', () => {
  it.each(form.sections.map(({ key }) => key))('as the section %s are sound beside themselves', (key) => {
    const pasted = pasteFormClip(form, clipped(JSON.stringify(sectionClip(form, key))), last(form), ground);
    expect(pasted && checkForm(pasted.form)).toEqual([]);
    expect(pasted?.lostRules).toBe(0);
    expect(new Set(pasted && keys(pasted.form)).size).toBe(pasted && keys(pasted.form).length);
  });

  it('take what rules do to them along, and to nobody else', () => {
    const target = targetsOf(form.rules[0]?.then[0] ?? { action: 'show', fields: [] })[0] ?? '';
    const pasted = pasteFormClip(form, fieldsClip(form, [target]), last(form), ground);
    const added = pasted?.form.rules.slice(form.rules.length) ?? [];
    expect(added.length).toBeGreaterThan(0);
    expect(new Set(added.flatMap((rule) => rule.then.flatMap(targetsOf)))).toEqual(new Set(pasted?.fields));
  });

  it('come back as they were after a cut', () => {
    const target = targetsOf(form.rules[0]?.then[0] ?? { action: 'show', fields: [] })[0] ?? '';
    const rest = removeFields(form, [target]);
    const pasted = pasteFormClip(rest, fieldsClip(form, [target]), last(rest), ground);
    expect(pasted?.fields).toEqual([target]);
  });

  it('leave behind the rules that ask for what another form has not', () => {
    const target = targetsOf(form.rules[0]?.then[0] ?? { action: 'show', fields: [] })[0] ?? '';
    const pasted = pasteFormClip(other, clipped(JSON.stringify(fieldsClip(form, [target]))), last(other), ground);
    expect(pasted?.lostRules).toBeGreaterThan(0);
    expect(pasted && checkForm(pasted.form)).toEqual([]);
  });

  it('are refused where the form is full', () => {
    const section = { ...(form.sections[0] ?? { key: 'a', label: { en: 'A', zh: '甲' }, columns: 1, fields: [] }) };
    const sections = Array.from({ length: 50 }, (_, at) => ({ ...section, key: `s${at}`, fields: [] }));
    const full = { sections, rules: [] };
    expect(pasteFormClip(full, sectionClip(form, section.key), last(full), ground)).toBeNull();
  });

  it('never trust the clipboard', () => {
    expect(readFormClip('{')).toMatchObject({ ok: false, why: 'foreign' });
    expect(readFormClip('{"handoff":"flow-part"}')).toMatchObject({ ok: false, why: 'other' });
    expect(readFormClip('{"handoff":"form-part","fields":[{"type":"text"}],"sections":[],"rules":[]}')).toMatchObject({
      ok: false,
      why: 'broken',
      fault: { path: ['fields', 0, 'key'] },
    });
  });
});
