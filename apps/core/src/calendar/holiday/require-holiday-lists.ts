import type { Context } from '../../platform/context.ts';
import { ValidationError } from '../../platform/errors.ts';
import type { CalendarDefinition } from '../calendar-definition.ts';

/** Throws ValidationError where a calendar names a holiday list that does not exist, at its place in the definition. */
export async function requireHolidayLists(context: Context, { holidayLists = [] }: CalendarDefinition): Promise<void> {
  if (holidayLists.length === 0) return;
  const rows = await context.db.selectFrom('holidayList').select('key').where('key', 'in', holidayLists).execute();
  const known = rows.map(({ key }) => key);
  const issues = holidayLists.flatMap((key, index) =>
    known.includes(key)
      ? []
      : [
          {
            path: ['definition', 'holidayLists', String(index)],
            code: 'not_found',
            message: {
              en: `There is no holiday list “${key}”. Choose another one, or make it first.`,
              zh: `没有标识为“${key}”的节假日表，请另选或先创建。`,
            },
          },
        ],
  );
  if (issues.length > 0) throw new ValidationError(issues);
}
