import type { Locale } from '~/preference/preferences.ts';

const languageTags: Record<Locale, string> = { en: 'en-US', zh: 'zh-CN' };

/** `1,284`. */
export function formatNumber(value: number, locale: Locale): string {
  return new Intl.NumberFormat(languageTags[locale]).format(value);
}

/** For charts: from 10,000 on, Chinese counts in 万 (`1.2 万`) and English in thousands (`12k`). */
export function formatFigure(value: number, locale: Locale): string {
  if (Math.abs(value) < 10_000) return formatNumber(value, locale);
  const [scaled, unit] = locale === 'zh' ? [value / 10_000, ' 万'] : [value / 1000, 'k'];
  return `${new Intl.NumberFormat(languageTags[locale], { maximumFractionDigits: 1 }).format(scaled)}${unit}`;
}

/** A share of 1 with one decimal: `87.4%`. */
export function formatPercent(share: number, locale: Locale): string {
  return new Intl.NumberFormat(languageTags[locale], { style: 'percent', maximumFractionDigits: 1 }).format(share);
}

const byteUnits = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

/** A size of a file in the unit that fits: `1.4 MB`. */
export function formatBytes(bytes: number, locale: Locale): string {
  const step = Math.min(byteUnits.length - 1, Math.floor(Math.log(Math.max(bytes, 1)) / Math.log(1024)));
  return new Intl.NumberFormat(languageTags[locale], {
    style: 'unit',
    unit: byteUnits[step] ?? 'byte',
    unitDisplay: step === 0 ? 'narrow' : 'short',
    maximumFractionDigits: step < 2 ? 0 : 1,
  }).format(bytes / 1024 ** step);
}

/** How many digits a currency has behind its point (ISO 4217). */
export const currencyDigits = (currency = 'CNY'): number =>
  new Intl.NumberFormat('en-US', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;

/** Money from minor units, always with its currency: `¥6,499.00`. */
export function formatMoney(amountMinor: number, currency: string, locale: Locale): string {
  const format = new Intl.NumberFormat(languageTags[locale], {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
  });
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  return format.format(amountMinor / 10 ** digits);
}
