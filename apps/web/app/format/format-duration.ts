import type { Locale } from '~/preference/preferences.ts';

const units = {
  en: { day: ' d', hour: ' h', minute: ' min', second: ' s', gap: ' ' },
  zh: { day: ' 天', hour: ' 小时', minute: ' 分', second: ' 秒', gap: ' ' },
};

/**
 * A duration of `seconds` in its two largest units: `1 h 20 min`, `1 小时 20 分`; `isShort` writes 时 for 小时 in rows.
 * A negative duration is written by its size: the words around it say that it is over.
 */
export function formatDuration(seconds: number, locale: Locale, { isShort = false } = {}): string {
  const { day, hour, minute, second, gap } = units[locale];
  const hourUnit = isShort && locale === 'zh' ? ' 时' : hour;
  const total = Math.abs(Math.trunc(seconds));
  const days = Math.floor(total / 86_400);
  const hours = Math.floor((total % 86_400) / 3600);
  const minutes = Math.floor((total % 3600) / 60);
  const rest = total % 60;
  const two = (large: number, largeUnit: string, small: number, smallUnit: string) =>
    small === 0 ? `${large}${largeUnit}` : `${large}${largeUnit}${gap}${small}${smallUnit}`;
  if (days > 0) return two(days, day, hours, hourUnit);
  if (hours > 0) return two(hours, hourUnit, minutes, minute);
  if (minutes > 0 && total < 600) return two(minutes, minute, rest, second);
  if (minutes > 0) return `${minutes}${minute}`;
  return `${rest}${second}`;
}

/** A clock that runs, from `seconds`: `0:06`, `12:41`, `1:02:47`. */
export function formatClock(seconds: number): string {
  const total = Math.max(0, Math.trunc(seconds));
  const hours = Math.floor(total / 3600);
  const minutes = Math.floor((total % 3600) / 60);
  const rest = String(total % 60).padStart(2, '0');
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, '0')}:${rest}` : `${minutes}:${rest}`;
}
