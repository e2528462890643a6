import { IANAZone } from 'luxon';
import type { CalendarDefinition } from './calendar-definition.ts';
import { openSpans } from './open-spans.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** Instants in epoch milliseconds, start inclusive, end exclusive. */
export interface Interval {
  start: number;
  end: number;
}

/**
 * The open time between two instants, in order. Spans are wall-clock time: an hour that clocks show twice in autumn is
 * open twice, one that they skip in spring is not there. So the time line is cut where the zone's offset changes, and
 * within each piece the wall clock runs evenly.
 */
export function* openIntervals(calendar: CalendarDefinition, from: number, to: number): Generator<Interval> {
  const zone = IANAZone.create(calendar.zone);
  for (let start = from; start < to;) {
    const today = Math.floor(start / DAY);
    const dayEnd = Math.min(to, (today + 1) * DAY);
    const even = offsetOfDay(zone, today);
    const end = even === null ? firstOffsetChange(zone, start, dayEnd) : dayEnd;
    yield* openWithin(calendar, start, end, (even ?? zone.offset(start)) * MINUTE);
    start = end;
  }
}

/** Open time in a piece of constant offset. */
function* openWithin(calendar: CalendarDefinition, start: number, end: number, offset: number): Generator<Interval> {
  const lastDay = Math.floor((end + offset - 1) / DAY);
  for (let day = Math.floor((start + offset) / DAY); day <= lastDay; day += 1) {
    const midnight = day * DAY - offset;
    for (const span of openSpans(calendar, day)) {
      const open = {
        start: Math.max(start, midnight + span.from * MINUTE),
        end: Math.min(end, midnight + span.to * MINUTE),
      };
      if (open.start < open.end) yield open;
    }
  }
}

/** Days whose offset is the same from beginning to end, by zone; to ask the zone takes longer than all the rest. */
const evenDays = new Map<string, Map<number, number | null>>();
const mostDays = 20_000;

/** The offset of a UTC day (minutes), null for a day on which it changes. */
function offsetOfDay(zone: IANAZone, day: number): number | null {
  const days = evenDays.get(zone.name) ?? new Map<number, number | null>();
  evenDays.set(zone.name, days);
  const known = days.get(day);
  if (known !== undefined) return known;
  const offset = zone.offset(day * DAY);
  const value = zone.offset((day + 1) * DAY - 1) === offset ? offset : null;
  if (days.size >= mostDays) days.clear();
  days.set(day, value);
  return value;
}

/** The first instant after `start` at which the offset is another one, or `end`. Offsets change on whole minutes. */
function firstOffsetChange(zone: IANAZone, start: number, end: number): number {
  const offset = zone.offset(start);
  if (zone.offset(end - 1) === offset) return end;
  let before = Math.floor(start / MINUTE);
  let after = Math.ceil(end / MINUTE);
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (zone.offset(middle * MINUTE) === offset) before = middle;
    else after = middle;
  }
  return after * MINUTE;
}
