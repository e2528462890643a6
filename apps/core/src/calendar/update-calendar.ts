import type { z } from 'zod';
import { requirePermission } from '../identity/actor.ts';
import { recordAudit } from '../platform/audit.ts';
import type { Context } from '../platform/context.ts';
import { ConflictError, NotFoundError } from '../platform/errors.ts';
import { parseInput } from '../platform/parse-input.ts';
import { inTransaction } from '../platform/transaction.ts';
import { updateCalendarInput } from './calendar-input.ts';
import { parseCalendar } from './parse-calendar.ts';

/**
 * Changes the name or the times of a calendar. Clocks that run are reckoned by it from their next entry on.
 * Throws ConflictError if it changed since `expectedVersion`, ValidationError that names every fault.
 */
export async function updateCalendar(context: Context, input: z.input<typeof updateCalendarInput>): Promise<string> {
  requirePermission(context.actor, 'calendar.manage');
  const { calendarId, expectedVersion, name, definition } = parseInput(updateCalendarInput, input);
  const calendar = definition === undefined ? null : parseCalendar(definition);
  return inTransaction(context, async (context) => {
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
    return calendarId;
  });
}
