import type { Condition } from '@handoff/core/condition/condition';
import { expect, it } from 'vitest';
import { describeCondition, type ConditionWords } from './describe-condition.ts';
import {
  leafAbout,
  readGroup,
  readList,
  withField,
  withOperator,
  withPart,
  withValue,
  writeGroup,
} from './edit-condition.ts';
import type { ConditionField } from './edit-condition.ts';

const fee: ConditionField = { key: 'fee', label: 'Fee', kind: 'number' };
const cost: ConditionField = { key: 'cost', label: 'Cost', kind: 'number' };
const state: ConditionField = {
  key: 'state',
  label: 'State',
  kind: 'choice',
  options: [{ value: 'broken', label: 'Broken' }],
};
const high: Condition = { field: 'fee', op: 'gt', value: 5 };
const broken: Condition = { field: 'state', op: 'equals', value: 'broken' };

it('reads a sentence as a group of one and writes it back as it was', () => {
  expect(readGroup(undefined)).toEqual({ mode: 'all', parts: [] });
  expect(writeGroup(readGroup(high))).toEqual(high);
  expect(writeGroup(readGroup({ not: high }))).toEqual({ all: [{ not: high }] });
  expect(writeGroup(readGroup({ any: [high] }))).toEqual({ any: [high] });
});

it('changes and takes out parts and is none when nothing is left', () => {
  const both = readGroup({ any: [high, broken] });
  expect(writeGroup(withPart(both, 0, undefined))).toEqual({ any: [broken] });
  expect(writeGroup(withPart(both, 1, { all: [broken] }))).toEqual({ any: [high, { all: [broken] }] });
  expect(writeGroup(withPart(readGroup(high), 0, undefined))).toBeUndefined();
});

it('keeps what fits when the field changes', () => {
  const leaf = { field: 'fee', op: 'gt', value: 5 } as const;
  expect(withField(leaf, fee, cost)).toEqual({ field: 'cost', op: 'gt', value: 5 });
  expect(withField(leaf, fee, state)).toEqual(leafAbout(state));
  expect(withField({ field: 'fee', op: 'equals', value: 5 }, fee, state)).toEqual({ field: 'state', op: 'equals' });
});

it('keeps as much of the value as the comparison takes', () => {
  const one = { field: 'state', op: 'equals', value: 'broken' } as const;
  const many = withOperator(one, 'in');
  expect(many).toEqual({ field: 'state', op: 'in', value: ['broken'] });
  expect(withOperator(many, 'not_equals')).toEqual({ field: 'state', op: 'not_equals', value: 'broken' });
  expect(withOperator(many, 'is_empty')).toEqual({ field: 'state', op: 'is_empty' });
  expect(withValue(many, [])).toEqual({ field: 'state', op: 'in' });
});

it('reads lists with the commas of both languages', () => {
  expect(readList('a, b，c、', 'text')).toEqual(['a', 'b', 'c']);
  expect(readList('1, x', 'number')).toEqual([1, 'x']);
});

const words: ConditionWords = {
  operator: (operator) => operator,
  all: ' and ',
  any: ' or ',
  separator: ', ',
  not: (inner) => `not (${inner})`,
  yes: 'yes',
  no: 'no',
  nothing: '…',
};

it('says a condition in words, however deep', () => {
  const deep: Condition = { all: [high, { any: [broken, { not: { field: 'gone', op: 'in' } }] }] };
  expect(describeCondition(deep, [fee, state], words)).toBe('Fee gt 5 and (State equals Broken or not (gone in …))');
});
