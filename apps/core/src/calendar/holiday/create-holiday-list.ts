import type { z } from 'zod';
import { requirePermission } from '../../identity/actor.ts';
import { recordAudit } from '../../platform/audit.ts';
import type { Context } from '../../platform/context.ts';
import { ValidationError } from '../../platform/errors.ts';
import { newId } from '../../platform/id.ts';
import { parseInput } from '../../platform/parse-input.ts';
import { inTransaction, isDuplicateKey } from '../../platform/transaction.ts';
import { createHolidayListInput } from './holiday-list-input.ts';
import { parseHolidayList } from './parse-holiday-list.ts';

/** Makes a list of days off and returns its id. Throws ValidationError that names every fault, or a key in use. */
export async function createHolidayList(
  context: Context,
  input: z.input<typeof createHolidayListInput>,
): Promise<string> {
  requirePermission(context.actor, 'calendar.manage');
  const { key, name, definition } = parseInput(createHolidayListInput, input);
  const list = parseHolidayList(definition ?? { holidays: [], makeUpDays: [] });
  const id = newId();
  return inTransaction(context, async (context) => {
    const now = context.now();
    await context.db
      .insertInto('holidayList')
      .values({ id, key, name, definition: JSON.stringify(list), createdAt: now, updatedAt: now })
      .execute()
      .catch((error: unknown) => {
        if (!isDuplicateKey(error)) throw error;
        throw ValidationError.at('key', 'taken', {
          en: 'Another list has this key. Choose another one.',
          zh: '该标识已被其他节假日表使用，请换一个。',
        });
      });
    await recordAudit(context, {
      action: 'holiday_list.created',
      subjectType: 'holiday_list',
      subjectId: id,
      changes: { key, name },
    });
    return id;
  });
}
