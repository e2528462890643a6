import type { Context } from '../../platform/context.ts';
import type { CalendarDefinition } from '../calendar-definition.ts';
import { readCalendar } from '../read-calendar.ts';
import { branchAt, timeSchemeDefinition } from './time-scheme-definition.ts';

/** The key of the branch of a stored scheme that counts at an instant. */
export async function findBranch(context: Context, definition: unknown, at: Date): Promise<string> {
  const scheme = timeSchemeDefinition.parse(definition);
  const rows = await context.db
    .selectFrom('calendar')
    .select(['id', 'key', 'version', 'definition'])
    .where(
      'key',
      'in',
      scheme.branches.map(({ calendar }) => calendar),
    )
    .execute();
  const calendars = new Map<string, CalendarDefinition>();
  for (const row of rows) calendars.set(row.key, await readCalendar(context, row));
  return branchAt(scheme, calendars, at);
}
