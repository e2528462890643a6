import { field, formSchema } from '@handoff/plugin-sdk';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { entriesOf, readPluginForm, shownValues } from './plugin-form.ts';

const named = (en: string) => ({ title: { en, zh: en } });
const form = z.object({
  host: field(z.string(), { ...named('Host'), description: { en: 'Without https', zh: '不含 https' } }),
  lines: field(z.int().default(4), named('Lines')),
  isRecording: field(z.boolean().default(true), named('Recording')),
  numbers: field(z.array(z.string()).min(1), named('Numbers')),
  region: field(z.enum(['north', 'south']).optional(), named('Region')),
  password: field(z.string(), { ...named('Password'), secret: true }),
  headers: z.record(z.string(), z.string()).optional(),
});
const fields = readPluginForm(formSchema(form));

it('draws each field by its type', () => {
  expect(fields.map(({ name, kind }) => `${name} ${kind}`)).toEqual([
    'host text',
    'lines number',
    'isRecording boolean',
    'numbers lines',
    'region select',
    'password secret',
    'headers json',
  ]);
});

it('asks for what has no standard value', () => {
  expect(fields.filter((each) => each.isRequired).map((each) => each.name)).toEqual(['host', 'numbers', 'password']);
});

it('names a field by its key if the plugin does not', () => {
  expect(fields.at(-1)?.title).toEqual({ en: 'headers', zh: 'headers' });
});

it('shows stored entries, standard ones elsewhere, and no secret', () => {
  const stored = { host: 'pbx', isRecording: false, numbers: ['1', '2'], password: 'x', headers: { a: 'b' } };
  expect(shownValues(fields, stored)).toEqual({
    host: 'pbx',
    lines: '4',
    isRecording: false,
    numbers: '1\n2',
    region: '',
    password: '',
    headers: '{"a":"b"}',
  });
});

it('gives back what it showed', () => {
  const stored = { host: 'pbx', lines: 4, isRecording: false, numbers: ['1', '2'], headers: { a: 'b' } };
  expect(entriesOf(fields, shownValues(fields, stored))).toEqual(stored);
});

it('sends what cannot be read as it was typed', () => {
  const typed = { ...shownValues(fields, {}), lines: 'four', headers: '{' };
  expect(entriesOf(fields, typed)).toEqual({ lines: 'four', headers: '{', isRecording: true });
});
