import { DateTime } from 'luxon';
import { z } from 'zod';

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** From when until when a person wants to hear nothing, by the clock of their zone; past midnight where it ends earlier. */
export const quietHours = z.strictObject({ from: clock, until: clock });
export type QuietHours = z.infer<typeof quietHours>;

const onDay = (day: DateTime, time: string): DateTime => {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return day.set({ hour, minute, second: 0, millisecond: 0 });
};

/** When the quiet hours end that `now` lies in; null if it lies in none. The same time twice means no quiet hours. */
export function quietUntil(now: Date, { from, until }: QuietHours, zone: string): Date | null {
  if (from === until) return null;
  const local = DateTime.fromJSDate(now, { zone });
  for (const day of [local.minus({ days: 1 }), local]) {
    const begin = onDay(day, from);
    const end = onDay(until < from ? day.plus({ days: 1 }) : day, until);
    if (begin <= local && local < end) return end.toJSDate();
  }
  return null;
}
