import { z } from 'zod';
import { holidaySpan, makeUpDay } from '../calendar-definition.ts';

/** Days off and the days that make up for them, kept once for several calendars. */
export const holidayListDefinition = z.strictObject({
  holidays: z.array(holidaySpan).max(1000),
  makeUpDays: z.array(makeUpDay).max(1000),
});

export type HolidayListDefinition = z.infer<typeof holidayListDefinition>;
