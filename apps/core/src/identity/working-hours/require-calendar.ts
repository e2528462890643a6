import type { Context } from '../../platform/context.ts';
import { ValidationError } from '../../platform/errors.ts';

/** Throws ValidationError for working hours by a calendar that does not exist. */
export async function requireCalendar(context: Context, calendarId: string): Promise<void> {
  const found = await context.db.selectFrom('calendar').select('id').where('id', '=', calendarId).executeTakeFirst();
  if (found) return;
  throw ValidationError.at('calendarId', 'no_such_calendar', {
    en: 'There is no such calendar. Choose one of those under Service time.',
    zh: '该日历不存在，请从服务时间中选择。',
  });
}
