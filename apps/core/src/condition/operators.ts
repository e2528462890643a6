import type { Operator, ValueKind } from './condition.ts';

const EMPTINESS = ['is_empty', 'is_not_empty'] as const satisfies readonly Operator[];
const TIME = ['equals', 'not_equals', 'before', 'after', 'on_or_before', 'on_or_after', ...EMPTINESS] as const;

/** The operators that fit each kind of value, in the order in which a person is offered them. */
export const OPERATORS_OF_KIND: Readonly<Record<ValueKind, readonly Operator[]>> = {
  text: ['contains', 'not_contains', 'equals', 'not_equals', 'starts_with', 'ends_with', 'in', 'not_in', ...EMPTINESS],
  number: ['equals', 'not_equals', 'gt', 'gte', 'lt', 'lte', 'in', 'not_in', ...EMPTINESS],
  boolean: ['equals', 'not_equals', ...EMPTINESS],
  date: TIME,
  datetime: TIME,
  choice: ['equals', 'not_equals', 'in', 'not_in', ...EMPTINESS],
  choices: ['contains', 'not_contains', 'in', 'not_in', ...EMPTINESS],
  reference: ['equals', 'not_equals', 'in', 'not_in', ...EMPTINESS],
  list: EMPTINESS,
};

/** Whether an operator compares with nothing, one value or a list of values. */
export function operandOf(operator: Operator): 'none' | 'one' | 'many' {
  if (operator === 'is_empty' || operator === 'is_not_empty') return 'none';
  return operator === 'in' || operator === 'not_in' ? 'many' : 'one';
}
