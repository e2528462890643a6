import type { FieldPacket } from 'mysql2';
import { expect, it } from 'vitest';
import { readRows } from './read-rows.ts';

const tiny = 1;
const text = 252;
const field = (name: string, columnType: number, columnLength: number) =>
  ({ name, columnType, columnLength }) as FieldPacket;
const fields = [
  field('is_active', tiny, 1),
  field('level', tiny, 4),
  field('flow_state', text, 100),
  field('title', text, 100),
];

it('names cells as code does, with flags as booleans and JSON as its value', () => {
  const [row, empty] = readRows(
    [
      [1, 1, '{"tokens":[1]}', '{"not":"parsed"}'],
      [null, null, null, null],
    ],
    fields,
  );
  expect(row).toEqual({ isActive: true, level: 1, flowState: { tokens: [1] }, title: '{"not":"parsed"}' });
  expect(empty).toEqual({ isActive: null, level: null, flowState: null, title: null });
  expect({ ...row, title: 'x' }).toMatchObject({ flowState: { tokens: [1] }, title: 'x' });
});

it('parses JSON once, when it is asked for, also where it is a text', () => {
  const [broken, quoted] = readRows(
    [
      [0, 0, 'no JSON', ''],
      [0, 0, '"\\"twice\\""', ''],
    ],
    fields,
  );
  expect(broken?.['title']).toBe('');
  expect(() => broken?.['flowState']).toThrow(SyntaxError);
  expect([quoted?.['flowState'], quoted?.['flowState']]).toEqual(['"twice"', '"twice"']);
  const [one] = readRows([[0, 0, '{"a":1}', '']], fields);
  expect(one?.['flowState']).toBe(one?.['flowState']);
});
