import type { TreeOption, ValueField } from '../form/field-definition.ts';
import { localize } from '../platform/text/localize.ts';
import type { Locale } from '../platform/text/localized-text.ts';
import type { Cell } from './export-columns.ts';

const labelsOf = (options: readonly TreeOption[], locale: Locale): [string, string][] =>
  options.flatMap((option) => [
    [option.value, localize(option.label, locale)] as [string, string],
    ...labelsOf(option.children ?? [], locale),
  ]);

/** How many digits a currency has behind its point (ISO 4217). */
const minorDigits = (currency: string): number =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;

/** An answer as a cell: numbers as numbers, money in its main unit, choices by their labels, lists in one line. */
export function answerWords(fields: readonly ValueField[], value: unknown, locale: Locale): Cell {
  if (value === null || value === undefined) return null;
  const [field] = fields;
  if (typeof value === 'number') {
    return field?.type === 'amount' ? value / 10 ** minorDigits(field.currency ?? 'CNY') : value;
  }
  if (typeof value === 'boolean') return String(value);
  const labels = new Map(fields.flatMap((each) => ('options' in each ? labelsOf(each.options, locale) : [])));
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
