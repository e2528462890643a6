import type { CalendarDefinition, HolidaySpan, MakeUpDay, RegularSpan } from './calendar-definition.ts';

const DAY_MINUTES = 24 * 60;

/** Minutes of a local day, from inclusive, to exclusive. */
export interface MinuteSpan {
  from: number;
  to: number;
}

const kept = new WeakMap<CalendarDefinition, Map<number, readonly MinuteSpan[]>>();
const mostDays = 4_000;

/**
 * The open minutes of a local date, in order, without overlap. `dayNumber` counts days from 1970-01-01. A definition is
 * not changed once it is in use, so each of its days is thought out once.
 */
export function openSpans(calendar: CalendarDefinition, dayNumber: number): readonly MinuteSpan[] {
  const days = kept.get(calendar) ?? new Map<number, readonly MinuteSpan[]>();
  const known = days.get(dayNumber);
  if (known) return known;
  const spans = spansOf(calendar, dayNumber);
  if (days.size >= mostDays) days.clear();
  kept.set(calendar, days.set(dayNumber, spans));
  return spans;
}

function spansOf(calendar: CalendarDefinition, dayNumber: number): MinuteSpan[] {
  const today = isoDate(dayNumber);
  const yesterday = isoDate(dayNumber - 1);
  const spans: MinuteSpan[] = [];
  for (const span of calendar.special) {
    if (span.date === today) spans.push(onItsDay(span));
    if (span.date === yesterday) spans.push(...pastMidnight(span));
  }
  if (makeUpOn(calendar, today) || holidaysOn(calendar, today).length === 0) {
    const [weekday, weekdayBefore] = [weekdayOn(calendar, dayNumber), weekdayOn(calendar, dayNumber - 1)];
    for (const span of calendar.regular) {
      if (isValidOn(span, weekday, today)) spans.push(onItsDay(span));
      if (isValidOn(span, weekdayBefore, yesterday)) spans.push(...pastMidnight(span));
    }
  }
  return merge(spans);
}

export function isoDate(dayNumber: number): string {
  return new Date(dayNumber * 86_400_000).toISOString().slice(0, 10);
}

function onItsDay(span: { from: string; to: string }): MinuteSpan {
  const from = minutesOf(span.from);
  const to = minutesOf(span.to);
  return { from, to: to > from ? to : DAY_MINUTES };
}

function pastMidnight(span: { from: string; to: string }): MinuteSpan[] {
  const to = minutesOf(span.to);
  return to > minutesOf(span.from) ? [] : [{ from: 0, to }];
}

/** The entry that makes a date a working day. */
export const makeUpOn = (calendar: CalendarDefinition, date: string): MakeUpDay | undefined =>
  calendar.makeUpDays?.find((day) => day.date === date);

/** The holidays that a date falls in. */
export const holidaysOn = (calendar: CalendarDefinition, date: string): HolidaySpan[] =>
  calendar.holidays.filter((holiday) => isHoliday(holiday, date));

/** The weekday whose hours a day has. */
const weekdayOn = (calendar: CalendarDefinition, dayNumber: number): number =>
  makeUpOn(calendar, isoDate(dayNumber))?.worksLike ?? weekdayOf(dayNumber);

function isValidOn(span: RegularSpan, weekday: number, date: string): boolean {
  if (!span.days.includes(weekday)) return false;
  return (span.validFrom ?? date) <= date && date <= (span.validUntil ?? date);
}

/** 1970-01-01 was a Thursday. */
function weekdayOf(dayNumber: number): number {
  return ((((dayNumber + 3) % 7) + 7) % 7) + 1;
}

function isHoliday({ from, to, yearly }: HolidaySpan, date: string): boolean {
  if (!yearly) return from <= date && date <= to;
  const [first, last, day] = [from.slice(5), to.slice(5), date.slice(5)];
  return first <= last ? first <= day && day <= last : day >= first || day <= last;
}

function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}

function merge(spans: MinuteSpan[]): MinuteSpan[] {
  const merged: MinuteSpan[] = [];
  for (const span of spans.toSorted((a, b) => a.from - b.from)) {
    const last = merged.at(-1);
    if (last && span.from <= last.to) last.to = Math.max(last.to, span.to);
    else if (span.to > span.from) merged.push({ ...span });
  }
  return merged;
}
