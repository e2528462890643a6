import fc from 'fast-check';
import { DateTime } from 'luxon';
import { describe, expect, it } from 'vitest';
import type { CalendarDefinition } from './calendar-definition.ts';
import { addServiceTime, isOpen, NoServiceTimeError, serviceSecondsBetween } from './service-time.ts';

const MINUTE = 60_000;
/** A day before clocks change in autumn or spring, in each zone. */
const MOMENTS: [zone: string, date: string][] = [
  ['Asia/Shanghai', '2026-04-29'],
  ['Europe/London', '2026-03-28'],
  ['Europe/London', '2026-10-24'],
  ['America/New_York', '2026-03-07'],
  ['America/New_York', '2026-10-31'],
  ['Australia/Lord_Howe', '2026-04-04'],
  ['Australia/Lord_Howe', '2026-10-03'],
];

/** What the definition says, looked up minute by minute on the wall clock. */
function oracle(calendar: CalendarDefinition, at: number): boolean {
  const local = DateTime.fromMillis(at, { zone: calendar.zone });
  const wall = local.toFormat('HH:mm');
  const dates = {
    today: local.toISODate() ?? '',
    yesterday: local.startOf('day').minus({ days: 1 }).toISODate() ?? '',
  };
  const covers = (span: { from: string; to: string }, isToday: boolean, isYesterday: boolean) => {
    if (span.to > span.from) return isToday && wall >= span.from && wall < span.to;
    return (isToday && wall >= span.from) || (isYesterday && wall < span.to);
  };
  if (calendar.special.some((span) => covers(span, span.date === dates.today, span.date === dates.yesterday)))
    return true;
  if (calendar.holidays.some((span) => span.from <= dates.today && dates.today <= span.to)) return false;
  const yesterday = ((local.weekday + 5) % 7) + 1;
  return calendar.regular.some((span) =>
    covers(span, span.days.includes(local.weekday), span.days.includes(yesterday)),
  );
}

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
    regular: fc.array(fc.record({ days: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }), span }), {
      maxLength: 4,
    }),
    holidays: fc.array(fc.tuple(dayOffset, fc.nat(1)), { maxLength: 2 }),
    special: fc.array(fc.tuple(dayOffset, span), { maxLength: 2 }),
    startMinute: fc.nat(24 * 60),
    lengthMinutes: fc.nat(3 * 24 * 60),
  })
  .map(({ moment: [zone, date], regular, holidays, special, startMinute, lengthMinutes }) => {
    const day = (offset: number) => DateTime.fromISO(date).plus({ days: offset }).toISODate() ?? '';
    const calendar: CalendarDefinition = {
      zone,
      regular: regular.map(({ days, span: { from, to } }) => ({ days, from, to })),
      holidays: holidays.map(([offset, length]) => ({ from: day(offset), to: day(offset + length) })),
      special: special.map(([offset, { from, to }]) => ({ date: day(offset), from, to })),
    };
    const start = DateTime.fromISO(date, { zone: 'utc' }).toMillis() + startMinute * MINUTE;
    return { calendar, start, minutes: lengthMinutes };
  });

describe('service time', () => {
  it('agrees with a minute-by-minute oracle over changes of clocks, nights, holidays and duty days', () => {
    fc.assert(
      fc.property(situation, ({ calendar, start, minutes }) => {
        let open = 0;
        for (let minute = 0; minute < minutes; minute += 1) {
          if (oracle(calendar, start + minute * MINUTE)) open += 1;
        }
        expect(serviceSecondsBetween(calendar, new Date(start), new Date(start + minutes * MINUTE))).toBe(open * 60);
      }),
      { numRuns: 60 },
    );
  }, 60_000);

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
