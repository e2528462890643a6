import ICAL from 'ical.js';
import { DateTime, IANAZone } from 'luxon';
import { ValidationError } from '../../platform/errors.ts';
import type { LocalizedText } from '../../platform/text/localized-text.ts';
import type { SpecialSpan } from '../calendar-definition.ts';
import type { HolidayListDefinition } from './holiday-list-definition.ts';

export const mostIcalCharacters = 200_000;
const mostEvents = 2_000;
const mostEntries = 1_000;
const mostRepeats = 400;
/** Of all events together, so that a file cannot keep a process busy. */
const mostSteps = 10_000;
const yearsAhead = 3;

/** What a calendar file would add, and what of it has no place here. */
export interface IcalDays extends HolidayListDefinition {
  /** Events with a time of day, as working time that wins over holidays. */
  special: SpecialSpan[];
  leftOut: { name: string; reason: LocalizedText }[];
}

const reasons = {
  long: { en: 'It has a time of day and lasts longer than a day.', zh: '带有时间且超过一天。' },
  rule: { en: 'How it repeats is not known here.', zh: '不支持其重复规则。' },
  past: { en: 'It is over.', zh: '已经过去。' },
  many: {
    en: `Only the first ${mostEntries} entries are taken.`,
    zh: `只取前 ${mostEntries} 条。`,
  },
} satisfies Record<string, LocalizedText>;

const makesUp = /班|work ?day|make-?up/i;
/** The parts of a repetition whose dates follow one another without being searched for. */
const evenParts: readonly string[] = ['freq', 'interval', 'count', 'until', 'wkst', 'rscale'];

/**
 * Reads a calendar file (RFC 5545): days that are taken whole are days off or, by their names, days that make up for them;
 * hours are special working time in `zone`. What is over before `from` is left out. Throws ValidationError if it is
 * no calendar, or too large.
 */
export function readIcal(text: string, { zone, from }: { zone: string; from: Date }): IcalDays {
  const days: IcalDays = { holidays: [], makeUpDays: [], special: [], leftOut: [] };
  const steps = { left: mostSteps };
  const first = DateTime.fromJSDate(from, { zone }).startOf('year').toISODate() ?? '';
  const last = DateTime.fromJSDate(from, { zone }).plus({ years: yearsAhead }).toISODate() ?? '';
  for (const event of eventsOf(text)) {
    const name = event.summary.trim().slice(0, 200) || '–';
    const leaveOut = (reason: LocalizedText) => days.leftOut.push({ name, reason });
    if (days.holidays.length + days.makeUpDays.length + days.special.length >= mostEntries) {
      leaveOut(reasons.many);
      break;
    }
    const starts = startsOf(event, last, steps);
    if (starts === null) leaveOut(reasons.rule);
    else if (event.startDate.isDate) {
      if (!takeDays(days, event, name, starts, first)) leaveOut(reasons.past);
    } else {
      const problem = takeHours(days, event, name, starts, { zone, first });
      if (problem) leaveOut(problem);
    }
  }
  return days;
}

function eventsOf(text: string): ICAL.Event[] {
  if (text.length > mostIcalCharacters) {
    throw ValidationError.at('text', 'too_long', {
      en: `The file is larger than ${mostIcalCharacters / 1000} thousand characters. Take a part of it.`,
      zh: `文件超过 ${mostIcalCharacters / 10_000} 万个字符，请只取其中一部分。`,
    });
  }
  let events: ICAL.Event[];
  try {
    const calendar = new ICAL.Component(ICAL.parse(text) as ConstructorParameters<typeof ICAL.Component>[0]);
    if (calendar.name !== 'vcalendar') throw new Error('no calendar');
    // Without its date an event is none; to read one throws.
    events = calendar
      .getAllSubcomponents('vevent')
      .filter((event) => event.hasProperty('dtstart'))
      .map((event) => new ICAL.Event(event));
    events.forEach((event) => event.endDate.toString());
  } catch {
    throw ValidationError.at('text', 'invalid', {
      en: 'This is no calendar file. Choose a file that ends in .ics.',
      zh: '不是日历文件，请选择 .ics 文件。',
    });
  }
  if (events.length <= mostEvents) return events;
  throw ValidationError.at('text', 'too_many', {
    en: `The file has more than ${mostEvents} events. Take a part of it.`,
    zh: `文件包含超过 ${mostEvents} 个日程，请只取其中一部分。`,
  });
}

interface Starts {
  yearly: boolean;
  dates: ICAL.Time[];
}

/**
 * When an event begins, again and again until `last`; null if its rule is not one that can be followed here, or the steps
 * that are left for all events are used up.
 */
function startsOf(event: ICAL.Event, last: string, steps: { left: number }): Starts | null {
  if (!event.isRecurring()) return { yearly: false, dates: [event.startDate] };
  const rules = event.component.getAllProperties('rrule').map((property) => property.getFirstValue());
  const [rule] = rules;
  if (rules.length !== 1 || !(rule instanceof ICAL.Recur)) return null;
  const parts = Object.keys(rule.parts as object).filter((part) => !isOfStart(rule, part, event.startDate));
  const isPlain = parts.length === 0 && (rule.interval ?? 1) === 1 && !rule.count && !rule.until;
  if (rule.freq === 'YEARLY' && isPlain && event.startDate.isDate) return { yearly: true, dates: [event.startDate] };
  const isEven = parts.every(
    (part) => evenParts.includes(part.toLowerCase()) || (part === 'BYDAY' && rule.freq === 'WEEKLY'),
  );
  if (!isEven || !['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'].includes(rule.freq)) return null;
  const dates: ICAL.Time[] = [];
  const iterator = event.iterator();
  for (let next = iterator.next(); next && dates.length < mostRepeats; next = iterator.next()) {
    if (steps.left === 0) return null;
    steps.left -= 1;
    if (isoOf(next) > last) break;
    dates.push(next);
  }
  return { yearly: false, dates };
}

/** Whether a part of a rule says no more than the first date does. */
function isOfStart(rule: ICAL.Recur, part: string, start: ICAL.Time): boolean {
  const values: unknown = (rule.parts as Record<string, unknown>)[part];
  if (!Array.isArray(values) || values.length !== 1) return false;
  return (part === 'BYMONTH' && values[0] === start.month) || (part === 'BYMONTHDAY' && values[0] === start.day);
}

const isoOf = (time: ICAL.Time): string =>
  [String(time.year).padStart(4, '0'), String(time.month).padStart(2, '0'), String(time.day).padStart(2, '0')].join(
    '-',
  );

const addDays = (date: string, days: number): string =>
  new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10);

/** Adds an event's whole days. Returns whether any of them is still to come. */
function takeDays(days: IcalDays, event: ICAL.Event, name: string, { dates, yearly }: Starts, first: string): boolean {
  const text = { en: name, zh: name };
  const length = Math.max(
    1,
    Math.round((Date.parse(isoOf(event.endDate)) - Date.parse(isoOf(event.startDate))) / 86_400_000),
  );
  const spans = dates
    .map((date) => ({ from: isoOf(date), to: addDays(isoOf(date), length - 1) }))
    .filter(({ to }) => yearly || to >= first);
  for (const { from, to } of spans) {
    if (!makesUp.test(name)) days.holidays.push({ from, to, name: text, ...(yearly && { yearly }) });
    else {
      for (let date = from; date <= to && days.makeUpDays.length < mostEntries; date = addDays(date, 1)) {
        days.makeUpDays.push({ date, worksLike: 1, name: text });
      }
    }
  }
  return spans.length > 0;
}

/** Adds an event's hours. Returns why it has none, where that is so. */
function takeHours(
  days: IcalDays,
  event: ICAL.Event,
  name: string,
  { dates }: Starts,
  { zone, first }: { zone: string; first: string },
): LocalizedText | null {
  const own = event.component.getFirstProperty('dtstart')?.getFirstParameter('tzid');
  const seconds = event.duration.toSeconds();
  const spans = dates.flatMap((time) => {
    const from = wallClock(time, own ?? zone, zone);
    const to = from.plus({ seconds });
    const [opens, closes] = [from.toFormat('HH:mm'), to.toFormat('HH:mm')];
    const date = from.toISODate() ?? '';
    if (date < first || seconds <= 0) return [];
    const end = closes === '00:00' ? '24:00' : closes;
    return [{ date, from: opens, to: end, name: { en: name, zh: name } }];
  });
  if (seconds > 86_400 || spans.some(({ from, to }) => from === to)) return reasons.long;
  days.special.push(...spans.slice(0, mostEntries));
  return spans.length > 0 ? null : reasons.past;
}

function wallClock(time: ICAL.Time, own: string, zone: string): DateTime {
  const told = time.zone === ICAL.Timezone.utcTimezone ? 'utc' : own;
  const { year, month, day, hour, minute } = time;
  const known = told === 'utc' || IANAZone.isValidZone(told) ? told : zone;
  return DateTime.fromObject({ year, month, day, hour, minute }, { zone: known }).setZone(zone);
}
