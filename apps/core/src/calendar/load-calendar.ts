import type { CalendarDefinition } from './calendar-definition.ts';
import { readCalendar } from './read-calendar.ts';
import type { Context } from '../platform/context.ts';
import { NotFoundError } from '../platform/errors.ts';
import { keepForAMoment } from '../platform/keep-for-a-moment.ts';

/** A calendar as it is now, with the days of its holiday lists. */
export interface LoadedCalendar {
  id: string;
  name: string;
  definition: CalendarDefinition;
}

/** Reads the calendar that a clock runs by. Throws NotFoundError. */
export const loadCalendarById = (context: Context, id: string): Promise<LoadedCalendar> =>
  keepForAMoment(context.pool, `calendar-id:${id}`, async () => {
    const row = await context.db
      .selectFrom('calendar')
      .select(['id', 'name', 'version', 'definition'])
      .where('id', '=', id)
      .executeTakeFirst();
    if (!row) throw new NotFoundError('calendar');
    return { id: row.id, name: row.name, definition: await readCalendar(context, row) };
  });

/** Reads a calendar by its key; the company's own one if there is none of that key. Throws NotFoundError. */
export const loadCalendar = (context: Context, key: string): Promise<LoadedCalendar> =>
  keepForAMoment(context.pool, `calendar:${key}`, async () => {
    const row = await context.db
      .selectFrom('calendar')
      .select(['id', 'name', 'version', 'definition'])
      .where((eb) => eb.or([eb('key', '=', key), eb('isDefault', '=', true)]))
      .orderBy((eb) => eb('key', '=', key), 'desc')
      .limit(1)
      .executeTakeFirst();
    if (!row) throw new NotFoundError('calendar');
    return { id: row.id, name: row.name, definition: await readCalendar(context, row) };
  });
