import type { Filter, FilterOperator } from './list-url.ts';

export interface FilterOption {
  value: string;
  label: string;
}

/** A field by which a list can be narrowed. Choices come with their options, the rest is typed. */
export interface FilterField {
  id: string;
  label: string;
  kind: 'choice' | 'text' | 'number' | 'date';
  options?: readonly FilterOption[];
}

const operatorsOfKind: Record<FilterField['kind'], readonly FilterOperator[]> = {
  choice: ['any', 'not'],
  text: ['contains', 'is', 'not'],
  number: ['lt', 'gt', 'is'],
  date: ['lt', 'gt', 'is'],
};

export const operatorsOf = (field: FilterField) => operatorsOfKind[field.kind];

/** The words of a filter's values, as its chip says them. */
export function valueWords(field: FilterField, filter: Filter, separator: string): string {
  return filter.values
    .map((value) => field.options?.find((option) => option.value === value)?.label ?? value)
    .join(separator);
}
