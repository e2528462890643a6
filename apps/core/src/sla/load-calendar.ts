import { calendarDefinition, type CalendarDefinition } from '../calendar/calendar-definition.ts';
import type { Context } from '../platform/context.ts';
import { NotFoundError } from '../platform/errors.ts';
import { keepForAMoment } from '../platform/keep-for-a-moment.ts';

/** A calendar as it is now. */
export interface LoadedCalendar {
  id: string;
  definition: CalendarDefinition;
}

const mostKept = 200;
const kept = new Map<string, CalendarDefinition>();

/** A definition is checked once a process and version; checking its zone alone costs a millisecond. */
function definitionOf(row: { id: string; version: number; definition: unknown }): CalendarDefinition {
  const name = `${row.id}:${row.version}`;
  const known = kept.get(name);
  if (known) return known;
  const definition = calendarDefinition.parse(row.definition);
  if (kept.size >= mostKept) kept.clear();
  kept.set(name, definition);
  return definition;
}

/** Reads a calendar by its key; the company's own one if there is none of that key. Throws NotFoundError. */
export const loadCalendar = (context: Context, key: string): Promise<LoadedCalendar> =>
  keepForAMoment(context.pool, `calendar:${key}`, async () => {
    const row = await context.db
      .selectFrom('calendar')
      .select(['id', 'version', 'definition'])
      .where((eb) => eb.or([eb('key', '=', key), eb('isDefault', '=', true)]))
      .orderBy((eb) => eb('key', '=', key), 'desc')
      .limit(1)
      .executeTakeFirst();
    if (!row) throw new NotFoundError('calendar');
    return { id: row.id, definition: definitionOf(row) };
  });
