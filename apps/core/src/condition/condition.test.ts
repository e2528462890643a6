import { describe, expect, it } from 'vitest';
import { checkCondition } from './check-condition.ts';
import { condition, type Condition, type Kinds, type Operator, type ValueKind } from './condition.ts';
import { fieldsOf } from './condition-fields.ts';
import { evaluateCondition } from './evaluate-condition.ts';

const leaf = (field: string, op: Operator, value?: string | number | boolean | string[]): Condition => ({
  field,
  op,
  value,
});

describe('evaluateCondition', () => {
  it.each<[ValueKind, unknown, Operator, string | number | string[] | undefined, boolean]>([
    ['text', 'Leaking pipe', 'contains', 'LEAK', true],
    ['text', 'Leaking pipe', 'ends_with', 'pipe', true],
    ['text', { region: ['浙江省', '杭州市'], detail: '文三路 1 号' }, 'contains', '杭州', true],
    ['text', '  ', 'is_empty', undefined, true],
    ['number', 10, 'gt', 9, true],
    ['number', undefined, 'lt', 9, false],
    ['number', undefined, 'not_equals', 9, true],
    ['date', '2026-05-01', 'before', '2026-05-02', true],
    ['datetime', '2026-05-01T09:00:00+08:00', 'equals', '2026-05-01T01:00:00Z', true],
    ['choice', 'a', 'in', ['a', 'b'], true],
    ['choices', ['a', 'c'], 'in', ['b', 'c'], true],
    ['choices', ['a', 'c'], 'contains', 'b', false],
    ['choices', [], 'is_empty', undefined, true],
    ['list', [{ productId: 'p' }], 'is_not_empty', undefined, true],
  ])('%s %j %s %j is %s', (kind, actual, op, value, holds) => {
    expect(evaluateCondition(leaf('x', op, value), { x: actual }, { x: kind }).holds).toBe(holds);
  });

  it('says which comparisons decided', () => {
    const tree: Condition = {
      all: [leaf('a', 'equals', '1'), { any: [leaf('b', 'is_empty'), leaf('c', 'equals', '3')] }],
    };
    const kinds: Kinds = { a: 'text', b: 'text', c: 'text' };
    const decided = (values: Record<string, string>) =>
      evaluateCondition(tree, values, kinds).because.map(({ field, holds }) => `${field} ${holds}`);
    expect(decided({ a: '1', c: '3' })).toEqual(['a true', 'b true', 'c true']);
    expect(decided({ a: '2' })).toEqual(['a false']);
    expect(decided({ a: '1', b: 'x', c: '4' })).toEqual(['b false', 'c false']);
    expect(evaluateCondition({ not: tree }, { a: '2' }, kinds)).toMatchObject({
      holds: true,
      because: [{ field: 'a', holds: false }],
    });
  });
});

describe('checkCondition', () => {
  it('accepts operators that fit with values that fit', () => {
    expect(checkCondition(leaf('x', 'in', ['a']), { x: 'choice' })).toEqual([]);
    expect(checkCondition(leaf('x', 'is_empty'), { x: 'list' })).toEqual([]);
  });

  it.each<[string, Condition]>([
    ['unknown_field', leaf('y', 'equals', 'a')],
    ['unknown_field', leaf('constructor', 'equals', 'a')],
    ['operator_does_not_fit', leaf('x', 'contains', 'a')],
    ['value_does_not_fit', leaf('x', 'gt', 'a')],
    ['value_does_not_fit', leaf('x', 'gt')],
    ['value_does_not_fit', leaf('x', 'is_empty', 1)],
    ['value_does_not_fit', leaf('x', 'in', 'a')],
  ])('names %s', (code, tree) => {
    expect(checkCondition({ any: [tree] }, { x: 'number' })).toMatchObject([{ code }]);
  });

  it('knows the fields that a tree reads and refuses keys that it does not know', () => {
    const tree: Condition = { all: [leaf('a', 'is_empty'), { not: leaf('b', 'is_empty') }, leaf('a', 'is_not_empty')] };
    expect(fieldsOf(tree)).toEqual(['a', 'b']);
    expect(condition.safeParse(tree).success).toBe(true);
    expect(condition.safeParse({ all: [], extra: 1 }).success).toBe(false);
  });
});
