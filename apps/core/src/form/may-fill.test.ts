import { expect, it } from 'vitest';
import type { FieldDefinition, TreeOption } from './field-definition.ts';
import { mayFill } from './may-fill.ts';

const label = { en: 'A', zh: '甲' };
const field = (type: FieldDefinition['type'], facts: object = {}) =>
  ({ key: 'a', type, label, ...facts }) as FieldDefinition;
const option = (value: string, children?: TreeOption[]): TreeOption => ({
  value,
  label,
  ...(children && { children }),
});
const options = (...values: string[]) => ({ options: values.map((value) => option(value)) });
const sum = (result: string) => field('formula', { expression: { constant: 0 }, result });

it.each([
  ['text into text', field('phone'), field('text'), true],
  ['text into a phone', field('text'), field('phone'), false],
  ['an address into text', field('address'), field('text'), false],
  ['a number into an amount', field('number'), field('amount'), false],
  ['a sum into what it comes to', sum('amount'), field('amount'), true],
  ['a sum into the other', sum('number'), field('amount'), false],
  ['dollars into yuan', field('amount', { currency: 'USD' }), field('amount'), false],
  ['fewer choices into more', field('radio', options('a')), field('single_select', options('a', 'b')), true],
  ['more choices into fewer', field('radio', options('a', 'b')), field('single_select', options('a')), false],
  ['one choice into several', field('radio', options('a')), field('checkbox', options('a')), false],
  ['pictures into files', field('image'), field('attachment'), true],
  ['files into pictures', field('attachment'), field('image'), false],
  ['anything into what is given by itself', field('text'), field('serial_number'), false],
  ['a divider', field('divider'), field('text'), false],
])('says whether %s fits', (_what, from, to, fits) => {
  expect(mayFill(from, to)).toBe(fits);
});

it('compares trees of choices down to the last level', () => {
  const tree = (leaf: string) => field('cascading_select', { options: [option('a', [option('b', [option(leaf)])])] });
  expect(mayFill(tree('c'), tree('c'))).toBe(true);
  expect(mayFill(tree('d'), tree('c'))).toBe(false);
});
