import type { CalendarDefinition } from '../calendar-definition.ts';
import type { HolidayListDefinition } from './holiday-list-definition.ts';

/** A calendar with the days of its lists beside its own. */
export function withHolidayLists(
  calendar: CalendarDefinition,
  lists: readonly HolidayListDefinition[],
): CalendarDefinition {
  if (lists.length === 0) return calendar;
  return {
    ...calendar,
    holidays: [...calendar.holidays, ...lists.flatMap((list) => list.holidays)],
    // The calendar's own entry for a day comes first, and so it is the one that counts.
    makeUpDays: [...(calendar.makeUpDays ?? []), ...lists.flatMap((list) => list.makeUpDays)],
  };
}
