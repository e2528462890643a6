import type { Condition, ConditionLeaf, Kinds, Operator, ValueKind, Values } from './condition.ts';

/** One comparison that decided, with the value that it looked at. */
export interface Reason {
  field: string;
  op: Operator;
  expected: unknown;
  actual: unknown;
  holds: boolean;
}

export interface Verdict {
  holds: boolean;
  because: Reason[];
}

/**
 * Says whether a condition holds, and which comparisons decided it.
 * An empty value satisfies only `is_empty` and the negative operators (`not_equals`, `not_contains`, `not_in`).
 */
export function evaluateCondition(tree: Condition, values: Values, kinds: Kinds): Verdict {
  if ('all' in tree) return combine(tree.all, values, kinds, true);
  if ('any' in tree) return combine(tree.any, values, kinds, false);
  if ('not' in tree) {
    const inner = evaluateCondition(tree.not, values, kinds);
    return { holds: !inner.holds, because: inner.because };
  }
  const actual = values[tree.field];
  const holds = compare(tree, actual, kinds[tree.field] ?? 'text');
  return { holds, because: [{ field: tree.field, op: tree.op, expected: tree.value, actual: actual ?? null, holds }] };
}

/** Is there nothing in this value? Blank text, an empty list and an address without any part are empty. */
export function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null) return true;
  if (typeof value === 'string') return value.trim() === '';
  if (Array.isArray(value)) return value.length === 0;
  if (typeof value === 'object') return Object.values(value).every(isEmpty);
  return false;
}

/** `all` is decided by its failing parts and `any` by its holding ones; where there are none, every part decided. */
function combine(parts: readonly Condition[], values: Values, kinds: Kinds, all: boolean): Verdict {
  const verdicts = parts.map((part) => evaluateCondition(part, values, kinds));
  const deciding = verdicts.filter((verdict) => verdict.holds !== all);
  const holds = deciding.length === 0 ? all : !all;
  return { holds, because: (deciding.length === 0 ? verdicts : deciding).flatMap((verdict) => verdict.because) };
}

function compare({ op, value }: ConditionLeaf, actual: unknown, kind: ValueKind): boolean {
  if (op === 'is_empty') return isEmpty(actual);
  if (op === 'is_not_empty') return !isEmpty(actual);
  if (isEmpty(actual)) return op === 'not_equals' || op === 'not_contains' || op === 'not_in';
  switch (op) {
    case 'equals':
      return same(actual, value, kind);
    case 'not_equals':
      return !same(actual, value, kind);
    case 'contains':
      return contains(actual, value);
    case 'not_contains':
      return !contains(actual, value);
    case 'starts_with':
      return textOf(actual).startsWith(textOf(value));
    case 'ends_with':
      return textOf(actual).endsWith(textOf(value));
    case 'in':
      return isAmong(actual, value, kind);
    case 'not_in':
      return !isAmong(actual, value, kind);
    default:
      return inOrder(op, orderOf(actual, kind), orderOf(value, kind));
  }
}

function same(actual: unknown, expected: unknown, kind: ValueKind): boolean {
  if (kind === 'number' || kind === 'datetime') return orderOf(actual, kind) === orderOf(expected, kind);
  if (kind === 'boolean') return actual === expected;
  return textOf(actual) === textOf(expected);
}

function contains(actual: unknown, expected: unknown): boolean {
  if (Array.isArray(actual)) return actual.includes(expected);
  return textOf(actual).includes(textOf(expected));
}

function isAmong(actual: unknown, expected: unknown, kind: ValueKind): boolean {
  const wanted: unknown[] = Array.isArray(expected) ? expected : [expected];
  const held: unknown[] = Array.isArray(actual) ? actual : [actual];
  return held.some((one) => wanted.some((other) => same(one, other, kind)));
}

function inOrder(op: Operator, actual: number | string, expected: number | string): boolean {
  switch (op) {
    case 'gt':
    case 'after':
      return actual > expected;
    case 'gte':
    case 'on_or_after':
      return actual >= expected;
    case 'lt':
    case 'before':
      return actual < expected;
    case 'lte':
    case 'on_or_before':
      return actual <= expected;
    default:
      return false;
  }
}

/** Dates compare as written (YYYY-MM-DD); everything else that has an order compares as a number. */
function orderOf(value: unknown, kind: ValueKind): number | string {
  if (kind === 'date') return String(value);
  return kind === 'datetime' ? Date.parse(String(value)) : Number(value);
}

/** Text without regard to case; the parts of an address are read one after the other. */
function textOf(value: unknown): string {
  if (typeof value === 'object' && value !== null) return Object.values(value).map(textOf).join('');
  return String(value ?? '').toLowerCase();
}
