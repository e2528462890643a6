import fc from 'fast-check';
import { DateTime } from 'luxon';
import { describe, expect, it } from 'vitest';
import type { CalendarDefinition, RegularSpan } from './calendar-definition.ts';
import { addServiceTime, isOpen, NoServiceTimeError, serviceSecondsBetween } from './service-time.ts';

const MINUTE = 60_000;
/** A day before clocks change in autumn or spring, in each zone; Shanghai's clocks change no more. */
const MOMENTS: [zone: string, date: string][] = [
  ['Asia/Shanghai', '2026-04-29'],
  ['Asia/Shanghai', '2026-12-30'],
  ['Europe/London', '2026-03-28'],
  ['Europe/London', '2026-10-24'],
  ['America/New_York', '2026-03-07'],
  ['America/New_York', '2026-10-31'],
  ['Australia/Lord_Howe', '2026-04-04'],
  ['Australia/Lord_Howe', '2026-10-03'],
];

/** Answers once for each key: many minutes are looked up again and again. */
function once<T>(answer: (key: string, at: number) => T): (key: string, at?: number) => T {
  const known = new Map<string, T>();
  return (key, at = 0) => {
    const place = `${key} ${at}`;
    const value = known.get(place) ?? answer(key, at);
    known.set(place, value);
    return value;
  };
}

const wallClock = once((zone, at) => {
  const local = DateTime.fromMillis(at, { zone });
  const before = local.startOf('day').minus({ days: 1 });
  return {
    wall: local.toFormat('HH:mm'),
    today: local.toISODate() ?? '',
    weekday: local.weekday,
    yesterday: before.toISODate() ?? '',
    weekdayBefore: before.weekday,
  };
});

/** What the definition says, looked up minute by minute on the wall clock. */
function oracle(calendar: CalendarDefinition, at: number): boolean {
  const { wall, today, weekday, yesterday, weekdayBefore } = wallClock(calendar.zone, at);
  const covers = (span: { from: string; to: string }, isToday: boolean, isYesterday: boolean) => {
    if (span.to > span.from) return isToday && wall >= span.from && wall < span.to;
    return (isToday && wall >= span.from) || (isYesterday && wall < span.to);
  };
  if (calendar.special.some((span) => covers(span, span.date === today, span.date === yesterday))) return true;
  const makeUp = (date: string) => calendar.makeUpDays?.find((day) => day.date === date);
  const isOff = calendar.holidays.some(({ from, to, yearly }) =>
    yearly
      ? datesBetween(`${from} ${to}`).some((date) => date.slice(5) === today.slice(5))
      : from <= today && today <= to,
  );
  if (isOff && !makeUp(today)) return false;
  const worksOn = (span: RegularSpan, date: string, weekday: number) =>
    span.days.includes(makeUp(date)?.worksLike ?? weekday) &&
    (!span.validFrom || span.validFrom <= date) &&
    (!span.validUntil || date <= span.validUntil);
  return calendar.regular.some((span) =>
    covers(span, worksOn(span, today, weekday), worksOn(span, yesterday, weekdayBefore)),
  );
}

const datesBetween = once((fromTo) => {
  const [from = '', to = ''] = fromTo.split(' ');
  const dates: string[] = [];
  for (let day = DateTime.fromISO(from); (day.toISODate() ?? '') <= to; day = day.plus({ days: 1 })) {
    dates.push(day.toISODate() ?? '');
  }
  return dates;
});

const clock = fc
  .record({ hour: fc.nat(23), quarter: fc.nat(3) })
  .map(({ hour, quarter }) => `${String(hour).padStart(2, '0')}:${String(quarter * 15).padStart(2, '0')}`);
const span = fc
  .tuple(clock, clock)
  .filter(([from, to]) => from !== to)
  .map(([from, to]) => ({ from, to }));
const dayOffset = fc.integer({ min: -1, max: 3 });

const situation = fc
  .record({
    moment: fc.constantFrom(...MOMENTS),
    regular: fc.array(
      fc.record({
        days: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
        span,
        validFrom: fc.option(dayOffset),
        validFor: fc.option(fc.nat(2)),
      }),
      { maxLength: 4 },
    ),
    holidays: fc.array(fc.tuple(dayOffset, fc.nat(1), fc.boolean()), { maxLength: 2 }),
    makeUpDays: fc.uniqueArray(fc.tuple(dayOffset, fc.integer({ min: 1, max: 7 })), {
      maxLength: 2,
      selector: ([offset]) => offset,
    }),
    special: fc.array(fc.tuple(dayOffset, span), { maxLength: 2 }),
    startMinute: fc.nat(24 * 60),
    lengthMinutes: fc.nat(3 * 24 * 60),
  })
  .map(({ moment: [zone, date], regular, holidays, makeUpDays, special, startMinute, lengthMinutes }) => {
    const day = (offset: number, yearsAgo = 0) =>
      DateTime.fromISO(date).plus({ days: offset }).minus({ years: yearsAgo }).toISODate() ?? '';
    const calendar: CalendarDefinition = {
      zone,
      regular: regular.map(({ days, span: { from, to }, validFrom, validFor }) => ({
        days,
        from,
        to,
        ...(validFrom !== null && { validFrom: day(validFrom) }),
        ...(validFor !== null && { validUntil: day((validFrom ?? 0) + validFor) }),
      })),
      // One that repeats every year is told of an earlier one.
      holidays: holidays.map(([offset, length, yearly]) => {
        const years = yearly ? 3 : 0;
        return { from: day(offset, years), to: day(offset + length, years), yearly };
      }),
      makeUpDays: makeUpDays.map(([offset, worksLike]) => ({ date: day(offset), worksLike })),
      special: special.map(([offset, { from, to }]) => ({ date: day(offset), from, to })),
    };
    const start = DateTime.fromISO(date, { zone: 'utc' }).toMillis() + startMinute * MINUTE;
    return { calendar, start, minutes: lengthMinutes };
  });

describe('service time', () => {
  it('agrees with a minute-by-minute oracle over changes of clocks, nights, holidays, make-up days and duty days', () => {
    fc.assert(
      fc.property(situation, ({ calendar, start, minutes }) => {
        let open = 0;
        for (let minute = 0; minute < minutes; minute += 1) {
          if (oracle(calendar, start + minute * MINUTE)) open += 1;
        }
        expect(serviceSecondsBetween(calendar, new Date(start), new Date(start + minutes * MINUTE))).toBe(open * 60);
      }),
      { numRuns: 150 },
    );
  }, 120_000);

  it('finds the first instant by which the time has passed', () => {
    fc.assert(
      fc.property(situation, fc.integer({ min: 1, max: 100_000 }), ({ calendar, start }, seconds) => {
        const from = new Date(start);
        try {
          const due = addServiceTime(calendar, from, seconds);
          expect(serviceSecondsBetween(calendar, from, due)).toBe(seconds);
          expect(isOpen(calendar, new Date(due.getTime() - 1))).toBe(true);
        } catch (error) {
          expect(error).toBeInstanceOf(NoServiceTimeError);
        }
      }),
      { numRuns: 150 },
    );
  }, 60_000);

  it('adds up piece by piece', () => {
    fc.assert(
      fc.property(situation, fc.nat(100), ({ calendar, start, minutes }, percent) => {
        const [a, b] = [new Date(start), new Date(start + minutes * MINUTE)];
        const middle = new Date(start + Math.floor((minutes * percent) / 100) * MINUTE);
        const pieces = serviceSecondsBetween(calendar, a, middle) + serviceSecondsBetween(calendar, middle, b);
        expect(pieces).toBe(serviceSecondsBetween(calendar, a, b));
      }),
      { numRuns: 150 },
    );
  });
});
