import { IANAZone } from 'luxon';
import { z } from 'zod';
import { localizedText } from '../platform/text/localized-text.ts';
import { recordKey } from '../platform/text/stable-key.ts';

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'use HH:MM | 请用 HH:MM 格式');
const endTime = z
  .string()
  .regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, 'use HH:MM, at most 24:00 | 请用 HH:MM 格式,最晚 24:00');
const day = z.iso.date();

/** Weekly working time. `days`: 1 Monday … 7 Sunday. A span that ends before it begins runs past midnight. */
export const regularSpan = z.strictObject({
  days: z.array(z.int().min(1).max(7)).min(1).max(7),
  from: time,
  to: endTime,
  validFrom: day.optional(),
  validUntil: day.optional(),
});

/** Days off, both ends included; `yearly` repeats them by month and day. */
export const holidaySpan = z.strictObject({
  from: day,
  to: day,
  name: localizedText.optional(),
  yearly: z.boolean().optional(),
});

/** Working time on one date that wins over holidays, e.g. a duty day. */
export const specialSpan = z.strictObject({ date: day, from: time, to: endTime, name: localizedText.optional() });

/** A day worked like another weekday, such as a Sunday that makes up for a bridge day; it wins over holidays. */
export const makeUpDay = z.strictObject({
  date: day,
  worksLike: z.int().min(1).max(7),
  name: localizedText.optional(),
});

/** When there is service: special working time wins over holidays, and holidays over regular working time. */
export const calendarDefinition = z.strictObject({
  zone: z
    .string()
    .refine(
      (zone) => IANAZone.isValidZone(zone),
      'use a time zone such as Asia/Shanghai | 请填写时区,例如 Asia/Shanghai',
    ),
  regular: z.array(regularSpan).max(200),
  holidays: z.array(holidaySpan).max(1000),
  special: z.array(specialSpan).max(1000),
  makeUpDays: z.array(makeUpDay).max(1000).optional(),
  /** Holidays that it shares with other calendars, by the keys of their lists. */
  holidayLists: z.array(recordKey).max(20).optional(),
});

export type RegularSpan = z.infer<typeof regularSpan>;
export type HolidaySpan = z.infer<typeof holidaySpan>;
export type MakeUpDay = z.infer<typeof makeUpDay>;
export type SpecialSpan = z.infer<typeof specialSpan>;
export type CalendarDefinition = z.infer<typeof calendarDefinition>;
