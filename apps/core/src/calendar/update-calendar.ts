import type { z } from 'zod';
import { requirePermission } from '../identity/actor.ts';
import { recordAudit } from '../platform/audit.ts';
import type { Context } from '../platform/context.ts';
import { ConflictError, NotFoundError } from '../platform/errors.ts';
import { enqueue } from '../platform/outbox.ts';
import { parseInput } from '../platform/parse-input.ts';
import { inTransaction } from '../platform/transaction.ts';
import { updateCalendarInput } from './calendar-input.ts';
import { requireHolidayLists } from './holiday/require-holiday-lists.ts';
import { parseCalendar } from './parse-calendar.ts';

/**
 * Changes the name or the times of a calendar. The clocks that run by it are reckoned again, as a work of its own.
 * Throws ConflictError if it changed since `expectedVersion`, ValidationError that names every fault.
 */
export async function updateCalendar(context: Context, input: z.input<typeof updateCalendarInput>): Promise<string> {
  requirePermission(context.actor, 'calendar.manage');
  const { calendarId, expectedVersion, name, definition } = parseInput(updateCalendarInput, input);
  const calendar = definition === undefined ? null : parseCalendar(definition);
  return inTransaction(context, async (context) => {
    if (calendar) await requireHolidayLists(context, calendar);
    const before = await context.db
      .selectFrom('calendar')
      .select(['version', 'definition'])
      .where('id', '=', calendarId)
      .forUpdate()
      .executeTakeFirst();
    if (!before) throw new NotFoundError('calendar');
    if (before.version !== expectedVersion) throw ConflictError.stale(before.version);
    await context.db
      .updateTable('calendar')
      .set({
        name,
        ...(calendar ? { definition: JSON.stringify(calendar) } : {}),
        version: before.version + 1,
        updatedAt: context.now(),
      })
      .where('id', '=', calendarId)
      .execute();
    await recordAudit(context, {
      action: 'calendar.updated',
      subjectType: 'calendar',
      subjectId: calendarId,
      changes: { ...(name ? { name } : {}), ...(calendar ? { from: before.definition, to: calendar } : {}) },
    });
    if (calendar) await enqueue(context, { kind: 'calendar', key: calendarId, payload: {} });
    return calendarId;
  });
}
