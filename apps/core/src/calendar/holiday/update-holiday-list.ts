import type { z } from 'zod';
import { requirePermission } from '../../identity/actor.ts';
import { recordAudit } from '../../platform/audit.ts';
import type { Context } from '../../platform/context.ts';
import { ConflictError, NotFoundError } from '../../platform/errors.ts';
import { enqueue } from '../../platform/outbox.ts';
import { parseInput } from '../../platform/parse-input.ts';
import { inTransaction } from '../../platform/transaction.ts';
import { calendarsOfList } from './calendars-of-list.ts';
import { updateHolidayListInput } from './holiday-list-input.ts';
import { parseHolidayList } from './parse-holiday-list.ts';

/**
 * Changes the name or the days of a list. The clocks that run by a calendar with this list are reckoned again.
 * Throws ConflictError if it changed since `expectedVersion`, ValidationError that names every fault.
 */
export async function updateHolidayList(
  context: Context,
  input: z.input<typeof updateHolidayListInput>,
): Promise<string> {
  requirePermission(context.actor, 'calendar.manage');
  const { holidayListId, expectedVersion, name, definition } = parseInput(updateHolidayListInput, input);
  const list = definition === undefined ? null : parseHolidayList(definition);
  return inTransaction(context, async (context) => {
    const before = await context.db
      .selectFrom('holidayList')
      .select(['key', 'version', 'definition'])
      .where('id', '=', holidayListId)
      .forUpdate()
      .executeTakeFirst();
    if (!before) throw new NotFoundError('holiday_list');
    if (before.version !== expectedVersion) throw ConflictError.stale(before.version);
    await context.db
      .updateTable('holidayList')
      .set({
        name,
        ...(list && { definition: JSON.stringify(list) }),
        version: before.version + 1,
        updatedAt: context.now(),
      })
      .where('id', '=', holidayListId)
      .execute();
    await recordAudit(context, {
      action: 'holiday_list.updated',
      subjectType: 'holiday_list',
      subjectId: holidayListId,
      changes: { ...(name && { name }), ...(list && { from: before.definition, to: list }) },
    });
    for (const { id } of list ? await calendarsOfList(context, before.key) : []) {
      await enqueue(context, { kind: 'calendar', key: id, payload: {} });
    }
    return holidayListId;
  });
}
