import type { ProductLine } from '../form/answers.ts';
import type { TreeOption, ValueField } from '../form/field-definition.ts';
import { localize } from '../platform/text/localize.ts';
import type { Locale } from '../platform/text/localized-text.ts';
import { referredNodes } from '../ticket/answer/answer-names.ts';
import type { Cell } from './export-columns.ts';

/** In what language, and what the ids of people, customers and files are called that may be seen. */
export interface Wording {
  locale: Locale;
  names: ReadonlyMap<string, string>;
}

const hidden = { en: '(not visible to you)', zh: '（无权查看）' };

const labelsOf = (options: readonly TreeOption[], locale: Locale): [string, string][] =>
  options.flatMap((option) => [
    [option.value, localize(option.label, locale)] as [string, string],
    ...labelsOf(option.children ?? [], locale),
  ]);

/** How many digits a currency has behind its point (ISO 4217). */
const minorDigits = (currency: string): number =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;

const isLine = (value: unknown): value is ProductLine =>
  typeof value === 'object' && value !== null && 'productId' in value && 'quantity' in value;

/** "Filter × 2 = 198.00": how many of what, and what they cost together. */
function lineWords(line: ProductLine, currency: string): string {
  const digits = minorDigits(currency);
  const amount = (line.amountMinor / 10 ** digits).toFixed(digits);
  return `${line.name ?? line.productId} × ${line.quantity} = ${amount}`;
}

const currencyOf = (field: ValueField | undefined): string =>
  (field && 'currency' in field ? field.currency : undefined) ?? 'CNY';

const isAmount = (field: ValueField | undefined): boolean =>
  field?.type === 'amount' || (field?.type === 'formula' && field.result === 'amount');

/**
 * An answer as a cell: numbers as numbers, money in its main unit, choices by their labels, people, customers and files by
 * their names, lists in one line.
 */
export function answerWords(fields: readonly ValueField[], value: unknown, { locale, names }: Wording): Cell {
  if (value === null || value === undefined) return null;
  const [field] = fields;
  if (typeof value === 'number') return isAmount(field) ? value / 10 ** minorDigits(currencyOf(field)) : value;
  if (typeof value === 'boolean') return String(value);
  const labels = new Map(fields.flatMap((each) => ('options' in each ? labelsOf(each.options, locale) : [])));
  const isReference = fields.every(({ type }) => referredNodes[type] !== undefined);
  const word = (each: unknown): string => {
    if (isLine(each)) return lineWords(each, currencyOf(field));
    if (typeof each !== 'string') return JSON.stringify(each);
    return labels.get(each) ?? names.get(each) ?? (isReference ? localize(hidden, locale) : each);
  };
  if (typeof value === 'string') return word(value);
  if (Array.isArray(value)) return value.map(word).join(value.some(isLine) ? '; ' : ', ');
  return Object.values(value)
    .flat()
    .filter((each) => typeof each === 'string')
    .join(' ');
}
