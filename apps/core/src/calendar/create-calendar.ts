import type { z } from 'zod';
import { requirePermission } from '../identity/actor.ts';
import { recordAudit } from '../platform/audit.ts';
import type { Context } from '../platform/context.ts';
import { ValidationError } from '../platform/errors.ts';
import { newId } from '../platform/id.ts';
import { parseInput } from '../platform/parse-input.ts';
import { inTransaction, isDuplicateKey } from '../platform/transaction.ts';
import { createCalendarInput } from './calendar-input.ts';
import { requireHolidayLists } from './holiday/require-holiday-lists.ts';
import { parseCalendar } from './parse-calendar.ts';

/** Makes a service calendar and returns its id. Throws ValidationError that names every fault of the definition. */
export async function createCalendar(context: Context, input: z.input<typeof createCalendarInput>): Promise<string> {
  requirePermission(context.actor, 'calendar.manage');
  const { key, name, definition } = parseInput(createCalendarInput, input);
  const calendar = parseCalendar(definition);
  const id = newId();
  return inTransaction(context, async (context) => {
    await requireHolidayLists(context, calendar);
    const now = context.now();
    await context.db
      .insertInto('calendar')
      .values({ id, key, name, definition: JSON.stringify(calendar), createdAt: now, updatedAt: now })
      .execute()
      .catch((error: unknown) => {
        if (!isDuplicateKey(error)) throw error;
        throw ValidationError.at('key', 'taken', {
          en: 'Another calendar has this key. Choose another one.',
          zh: '该标识已被其他日历使用，请换一个。',
        });
      });
    await recordAudit(context, {
      action: 'calendar.created',
      subjectType: 'calendar',
      subjectId: id,
      changes: { key, name },
    });
    return id;
  });
}
