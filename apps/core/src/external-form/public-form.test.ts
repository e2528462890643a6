import { expect, it } from 'vitest';
import type { FieldDefinition } from '../form/field-definition.ts';
import type { FormRule } from '../form/form-definition.ts';
import type { TicketTypeDefinition } from '../ticket-type/ticket-type-definition.ts';
import { defaultOptions, type ExternalFormDefinition } from './external-form-definition.ts';
import { neededFields, offeredFields, publicForm, publicFormFaults } from './public-form.ts';

const said = (text: string) => ({ en: text, zh: text });
const text = (key: string, more: object = {}): FieldDefinition => ({ type: 'text', key, label: said(key), ...more });

const fields: FieldDefinition[] = [
  text('symptom', { required: true }),
  text('code'),
  text('serial', { searchable: true }),
  text('secret', { nodes: { start: 'hidden' } }),
  text('fixed', { nodes: { '*': 'read_only' } }),
  { type: 'member', key: 'about', label: said('about'), required: true },
  { type: 'image', key: 'photo', label: said('photo'), maxCount: 9, nodes: { start: 'required' } },
];
const rules: FormRule[] = [
  {
    key: 'own',
    when: { field: 'symptom', op: 'equals', value: 'E' },
    then: [{ action: 'show', fields: ['code', 'secret'] }],
  },
  {
    key: 'inside',
    when: { field: 'secret', op: 'equals', value: 'x' },
    then: [{ action: 'hide', fields: ['symptom'] }],
  },
  {
    key: 'asked',
    when: { field: 'serial', op: 'equals', value: 'x' },
    then: [{ action: 'require', fields: ['code'] }],
  },
];
const type = {
  form: { sections: [{ key: 'all', label: said('all'), columns: 2, fields }], rules },
  flow: { nodes: [{ kind: 'start', id: 'start', name: said('start') }] },
} as unknown as TicketTypeDefinition;

const asking = (...keys: string[]): ExternalFormDefinition => ({
  ...defaultOptions,
  title: said('form'),
  maxFiles: 3,
  fields: keys.map((key) => ({ key, isRequired: key === 'code' })),
});
const wordsOf = (...keys: string[]) => publicFormFaults(type, asking(...keys)).map(({ en }) => en);

it('offers what the start asks for and a stranger can answer, and begins with what every ticket needs', () => {
  expect(offeredFields(type).map(({ key }) => key)).toEqual(['symptom', 'code', 'serial', 'photo']);
  expect(neededFields(type).map(({ key }) => key)).toEqual(['symptom', 'photo']);
});

it('holds the chosen fields in their order, and of the rules what speaks of them and reads nothing else', () => {
  const form = publicForm(type, asking('photo', 'code', 'symptom'));
  expect(form.sections[0]?.fields.map(({ key }) => key)).toEqual(['photo', 'code', 'symptom']);
  expect(form.rules).toEqual([{ key: 'own', when: rules[0]?.when, then: [{ action: 'show', fields: ['code'] }] }]);
  expect(JSON.stringify(form)).not.toMatch(/secret|serial|about|start|searchable/);
});

it('asks for no less than the type, for more where the form says so, and for no more files than it takes', () => {
  const [photo, code, symptom] = publicForm(type, asking('photo', 'code', 'symptom')).sections[0]?.fields ?? [];
  expect(symptom).toMatchObject({ required: true });
  expect(code).toMatchObject({ required: true });
  expect(photo).toMatchObject({ required: true, maxCount: 3, maxBytes: 10 * 1024 * 1024 });
});

it('says what a form lacks, in sentences', () => {
  expect(wordsOf('symptom', 'photo')).toEqual([]);
  expect(wordsOf('symptom')).toEqual(['Every ticket of this type needs “photo”. Add it.']);
  expect(wordsOf('symptom', 'photo', 'code')).toEqual([
    'A rule about a field here reads “serial”. Add that field, so that the rule can work.',
  ]);
  expect(wordsOf('symptom', 'photo', 'secret')).toEqual([
    'The ticket type does not ask for “secret” at its start any more. Remove it.',
  ]);
  expect(wordsOf()).toContain('The form asks for nothing. Add a field.');
});
