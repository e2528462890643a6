import type { Context } from '../platform/context.ts';
import { calendarDefinition, type CalendarDefinition } from './calendar-definition.ts';
import { holidayListDefinition, type HolidayListDefinition } from './holiday/holiday-list-definition.ts';
import { withHolidayLists } from './holiday/with-holiday-lists.ts';

const mostKept = 200;
const kept = new Map<string, CalendarDefinition>();

/** The holiday lists of these keys in the order of the keys; one that is gone is left out. */
export async function readHolidayLists(
  context: Context,
  keys: readonly string[],
): Promise<{ id: string; version: number; definition: HolidayListDefinition }[]> {
  if (keys.length === 0) return [];
  const rows = await context.db
    .selectFrom('holidayList')
    .select(['id', 'key', 'version', 'definition'])
    .where('key', 'in', keys)
    .execute();
  return rows
    .toSorted((one, other) => keys.indexOf(one.key) - keys.indexOf(other.key))
    .map(({ definition, ...row }) => ({ ...row, definition: holidayListDefinition.parse(definition) }));
}

/**
 * A stored calendar as it counts: its own times and the days of its holiday lists. It is put together once a process
 * and version; checking its zone alone costs a millisecond.
 */
export async function readCalendar(
  context: Context,
  row: { id: string; version: number; definition: unknown },
): Promise<CalendarDefinition> {
  const own = `${row.id}:${row.version}`;
  const definition = kept.get(own) ?? calendarDefinition.parse(row.definition);
  keep(own, definition);
  const lists = await readHolidayLists(context, definition.holidayLists ?? []);
  if (lists.length === 0) return definition;
  const name = [own, ...lists.map(({ id, version }) => `${id}:${version}`)].join(' ');
  const whole =
    kept.get(name) ??
    withHolidayLists(
      definition,
      lists.map((list) => list.definition),
    );
  keep(name, whole);
  return whole;
}

function keep(name: string, definition: CalendarDefinition): void {
  if (kept.has(name)) return;
  if (kept.size >= mostKept) kept.clear();
  kept.set(name, definition);
}
