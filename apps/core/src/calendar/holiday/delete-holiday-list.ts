import type { z } from 'zod';
import { requirePermission } from '../../identity/actor.ts';
import { recordAudit } from '../../platform/audit.ts';
import type { Context } from '../../platform/context.ts';
import { ConflictError, NotFoundError, ValidationError } from '../../platform/errors.ts';
import { parseInput } from '../../platform/parse-input.ts';
import { inTransaction } from '../../platform/transaction.ts';
import { calendarsOfList } from './calendars-of-list.ts';
import { deleteHolidayListInput } from './holiday-list-input.ts';

/** Removes a list that no calendar names. Throws ValidationError that names those that do, ConflictError. */
export async function deleteHolidayList(
  context: Context,
  input: z.input<typeof deleteHolidayListInput>,
): Promise<string> {
  requirePermission(context.actor, 'calendar.manage');
  const { holidayListId, expectedVersion } = parseInput(deleteHolidayListInput, input);
  return inTransaction(context, async (context) => {
    const list = await context.db
      .selectFrom('holidayList')
      .selectAll()
      .where('id', '=', holidayListId)
      .forUpdate()
      .executeTakeFirst();
    if (!list) throw new NotFoundError('holiday_list');
    if (list.version !== expectedVersion) throw ConflictError.stale(list.version);
    const names = (await calendarsOfList(context, list.key)).map(({ name }) => name);
    if (names.length > 0) {
      throw ValidationError.at('holidayListId', 'in_use', {
        en: `These calendars use the list: ${names.join(', ')}. Take it out of them first.`,
        zh: `以下日历正在使用该节假日表：${names.join('、')}。请先从中移除。`,
      });
    }
    await context.db.deleteFrom('holidayList').where('id', '=', holidayListId).execute();
    await recordAudit(context, {
      action: 'holiday_list.deleted',
      subjectType: 'holiday_list',
      subjectId: holidayListId,
      changes: { key: list.key, name: list.name, definition: list.definition },
    });
    return holidayListId;
  });
}
