import { createContext, useContext, useMemo, type ReactNode } from 'react';
import type { Locale } from '~/preference/preferences.ts';
import { formatDate, formatDateTime, formatDayTime, formatMoment, formatTime } from './format-date.ts';
import { formatClock, formatDuration } from './format-duration.ts';
import { formatBytes, formatFigure, formatMoney, formatNumber, formatPercent } from './format-number.ts';
import { formatPhone } from './format-phone.ts';

function createFormat(locale: Locale, timeZone: string, now: number) {
  const at = (instant: Date | string) => (typeof instant === 'string' ? new Date(instant) : instant);
  return {
    locale,
    timeZone,
    date: (instant: Date | string) => formatDate(at(instant), locale, timeZone),
    time: (instant: Date | string) => formatTime(at(instant), locale, timeZone),
    dateTime: (instant: Date | string) => formatDateTime(at(instant), locale, timeZone),
    dayTime: (instant: Date | string) => formatDayTime(at(instant), locale, timeZone),
    moment: (instant: Date | string) => formatMoment(at(instant), new Date(now), locale, timeZone),
    duration: (seconds: number) => formatDuration(seconds, locale),
    shortDuration: (seconds: number) => formatDuration(seconds, locale, { isShort: true }),
    clock: formatClock,
    number: (value: number) => formatNumber(value, locale),
    figure: (value: number) => formatFigure(value, locale),
    percent: (share: number) => formatPercent(share, locale),
    bytes: (size: number) => formatBytes(size, locale),
    money: (amountMinor: number, currency: string) => formatMoney(amountMinor, currency, locale),
    phone: formatPhone,
  };
}

export type Format = ReturnType<typeof createFormat>;

const FormatContext = createContext<Format>(createFormat('en', 'UTC', 0));

interface FormatProviderProps {
  locale: Locale;
  timeZone: string;
  /** The server's clock when the page was made, so that both sides write the same words; epoch milliseconds. */
  now: number | undefined;
  children: ReactNode;
}

export function FormatProvider({ locale, timeZone, now = 0, children }: FormatProviderProps) {
  const format = useMemo(() => createFormat(locale, timeZone, now), [locale, timeZone, now]);
  return <FormatContext.Provider value={format}>{children}</FormatContext.Provider>;
}

/** Dates, durations, numbers and phones in the person's language and zone. */
export const useFormat = () => useContext(FormatContext);
