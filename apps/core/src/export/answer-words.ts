import type { TreeOption, ValueField } from '../form/field-definition.ts';
import type { Cell } from './export-columns.ts';

const labelsOf = (options: readonly TreeOption[]): [string, string][] =>
  options.flatMap((option) => [
    [option.value, option.label.zh] as [string, string],
    ...labelsOf(option.children ?? []),
  ]);

/** An answer as a cell: numbers as numbers, money in its main unit, choices by their labels, lists in one line. */
export function answerWords(fields: readonly ValueField[], value: unknown): Cell {
  if (value === null || value === undefined) return null;
  const [field] = fields;
  if (typeof value === 'number') return field?.type === 'amount' ? value / 100 : value;
  if (typeof value === 'boolean') return String(value);
  const labels = new Map(fields.flatMap((each) => ('options' in each ? labelsOf(each.options) : [])));
  if (typeof value === 'string') return labels.get(value) ?? value;
  if (Array.isArray(value)) {
    return value
      .map((each) => (typeof each === 'string' ? (labels.get(each) ?? each) : JSON.stringify(each)))
      .join(', ');
  }
  return Object.values(value)
    .flat()
    .filter((each) => typeof each === 'string')
    .join(' ');
}
