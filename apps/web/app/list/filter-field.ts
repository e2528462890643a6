import type { PickerChoice } from '~/form/picker-input.tsx';
import type { Comparison, FilterOperator } from './list-url.ts';

export interface FilterOption {
  value: string;
  label: string;
}

/** A field by which a list can be narrowed. Choices come with their options, records are looked for, the rest is typed. */
export interface FilterField {
  id: string;
  label: string;
  kind: 'choice' | 'reference' | 'text' | 'number' | 'date' | 'presence';
  options?: readonly FilterOption[];
  /** Looks for records by a part of their name; `options` then names those that are chosen. */
  find?: (query: string) => Promise<PickerChoice[]>;
  /** In place of those of its kind. */
  operators?: readonly FilterOperator[];
  /** Its heading where the fields are chosen from; none for those that every row has. */
  group?: string;
}

/** A comparison that needs no value. Its own stands in the address all the same, so that it can be read there. */
export const presence = { empty: ['1'], filled: ['1'] } as const;

const isPresence = (operator: FilterOperator): operator is keyof typeof presence => operator in presence;

export const presenceOf = (operator: FilterOperator): readonly string[] | null =>
  isPresence(operator) ? presence[operator] : null;

const operatorsOfKind: Record<FilterField['kind'], readonly FilterOperator[]> = {
  choice: ['any', 'not'],
  reference: ['any', 'not'],
  text: ['contains', 'is', 'not'],
  number: ['lt', 'gt', 'is'],
  date: ['lt', 'gt', 'is'],
  presence: ['filled', 'empty'],
};

const dayOperators: Partial<Record<FilterOperator, 'before' | 'after' | 'on'>> = {
  lt: 'before',
  gt: 'after',
  is: 'on',
};

/** The text that names an operator; days come before and after each other, they are not more or less. */
export const operatorText = ({ kind }: FilterField, operator: FilterOperator) =>
  `operator.${(kind === 'date' && dayOperators[operator]) || operator}` as const;

export const operatorsOf = (field: FilterField) => field.operators ?? operatorsOfKind[field.kind];

/** The operators of a kind for a field that may hold nothing. */
export const orEmpty = (kind: Exclude<FilterField['kind'], 'presence'>): readonly FilterOperator[] => [
  ...operatorsOfKind[kind],
  'empty',
  'filled',
];

/** The words of a comparison's values, as its chip says them; none where the operator says all. */
export function valueWords(field: FilterField, { operator, values }: Comparison, separator: string): string {
  if (presenceOf(operator)) return '';
  return values.map((value) => field.options?.find((option) => option.value === value)?.label ?? value).join(separator);
}
