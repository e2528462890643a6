import type { LocalizedText } from '../platform/text/localized-text.ts';
import type { CalendarDefinition } from './calendar-definition.ts';
import { openIntervals } from './open-intervals.ts';

const HORIZON = 10 * 366 * 86_400_000;

/** The calendar has too little service time within ten years to reach what was asked for. */
export class NoServiceTimeError extends Error {
  readonly code = 'NO_SERVICE_TIME';
  readonly isRetryable = false;
  readonly texts: LocalizedText = {
    en: 'The calendar has too little service time in the next ten years. Add working hours to it.',
    zh: '该日历未来十年内的服务时间不足,请补充工作时间。',
  };

  constructor() {
    super('calendar has too little service time');
  }
}

/** Is there service at this instant? open(t) = special(t) or (not holiday(t) and regular(t)). */
export function isOpen(calendar: CalendarDefinition, at: Date): boolean {
  return !openIntervals(calendar, at.getTime(), at.getTime() + 1).next().done;
}

/**
 * The instant by which `seconds` of service time have passed since `from`; `from` itself for 0.
 * @throws NoServiceTimeError when ten years do not hold that much.
 */
export function addServiceTime(calendar: CalendarDefinition, from: Date, seconds: number): Date {
  let left = Math.round(seconds * 1000);
  if (left <= 0) return from;
  const start = from.getTime();
  for (const open of openIntervals(calendar, start, start + HORIZON)) {
    const length = open.end - open.start;
    if (left <= length) return new Date(open.start + left);
    left -= length;
  }
  throw new NoServiceTimeError();
}

/** The seconds of service time between two instants; 0 if `to` is not after `from`. Exact to the millisecond. */
export function serviceSecondsBetween(calendar: CalendarDefinition, from: Date, to: Date): number {
  let total = 0;
  for (const open of openIntervals(calendar, from.getTime(), to.getTime())) total += open.end - open.start;
  return total / 1000;
}
