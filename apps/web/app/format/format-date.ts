import type { Locale } from '~/preference/preferences.ts';

const languageTags: Record<Locale, string> = { en: 'en-GB', zh: 'zh-CN' };
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(locale: Locale, timeZone: string) {
  const key = `${locale} ${timeZone}`;
  const known = formatters.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(languageTags[locale], {
    timeZone,
    weekday: 'short',
    year: 'numeric',
    month: locale === 'zh' ? 'numeric' : 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  formatters.set(key, made);
  return made;
}

interface Wall {
  year: string;
  month: string;
  day: string;
  weekday: string;
  time: string;
}

function wallClock(instant: Date, locale: Locale, timeZone: string): Wall {
  const parts = formatter(locale, timeZone).formatToParts(instant);
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((each) => each.type === type)?.value ?? '';
  return {
    year: part('year'),
    month: locale === 'en' ? part('month').slice(0, 3) : part('month'),
    day: part('day'),
    weekday: part('weekday'),
    time: `${part('hour')}:${part('minute')}`,
  };
}

/** Days since the epoch of the calendar day that `instant` falls on in `timeZone`. */
function dayNumber(instant: Date, timeZone: string) {
  const wall = wallClock(instant, 'zh', timeZone);
  return Date.UTC(Number(wall.year), Number(wall.month) - 1, Number(wall.day)) / 86_400_000;
}

/** Monday is the first day of a week; day 4 since the epoch was one. */
const weekNumber = (day: number) => Math.floor((day - 4) / 7);

/** `Wed 18 Mar 2026`, `2026-03-18（周三）`. */
export function formatDate(instant: Date, locale: Locale, timeZone: string): string {
  const wall = wallClock(instant, locale, timeZone);
  if (locale === 'en') return `${wall.weekday} ${wall.day} ${wall.month} ${wall.year}`;
  return `${wall.year}-${wall.month.padStart(2, '0')}-${wall.day.padStart(2, '0')}（${wall.weekday}）`;
}

/** `Wed 18 Mar 2026`, `2026年3月18日（周三）`: as it is read aloud, the day as calendars write it. */
export function formatSpokenDate(instant: Date, locale: Locale, timeZone: string): string {
  if (locale === 'en') return formatDate(instant, locale, timeZone);
  const wall = wallClock(instant, locale, timeZone);
  return `${wall.year}年${wall.month}月${wall.day}日（${wall.weekday}）`;
}

/** `14:30`. */
export function formatTime(instant: Date, locale: Locale, timeZone: string): string {
  return wallClock(instant, locale, timeZone).time;
}

/** `Wed 18 Mar 2026 14:30`, `2026-03-18（周三）14:30`: the exact time, for hovers and records. */
export function formatDateTime(instant: Date, locale: Locale, timeZone: string): string {
  const gap = locale === 'en' ? ' ' : '';
  return `${formatDate(instant, locale, timeZone)}${gap}${formatTime(instant, locale, timeZone)}`;
}

/** As short as is clear: today the time, this week the weekday, this year day and month, else the date. */
export function formatMoment(instant: Date, now: Date, locale: Locale, timeZone: string): string {
  const wall = wallClock(instant, locale, timeZone);
  const day = dayNumber(instant, timeZone);
  const today = dayNumber(now, timeZone);
  if (day === today) return wall.time;
  if (weekNumber(day) === weekNumber(today)) return `${wall.weekday} ${wall.time}`;
  const isThisYear = wall.year === wallClock(now, locale, timeZone).year;
  if (locale === 'en') return isThisYear ? `${wall.day} ${wall.month}` : `${wall.day} ${wall.month} ${wall.year}`;
  return isThisYear ? `${wall.month}月${wall.day}日` : `${wall.year}年${wall.month}月${wall.day}日`;
}

/** `18 Mar 14:30`, `3月18日 14:30`: day and time where rows stand close together and the year goes without saying. */
export function formatDayTime(instant: Date, locale: Locale, timeZone: string): string {
  const { day, month, time } = wallClock(instant, locale, timeZone);
  return locale === 'en' ? `${day} ${month} ${time}` : `${month}月${day}日 ${time}`;
}
