import type { z } from 'zod';
import { requirePermission } from '../../identity/actor.ts';
import { recordAudit } from '../../platform/audit.ts';
import type { Context } from '../../platform/context.ts';
import { ValidationError } from '../../platform/errors.ts';
import { newId } from '../../platform/id.ts';
import { parseInput } from '../../platform/parse-input.ts';
import { inTransaction, isDuplicateKey } from '../../platform/transaction.ts';
import { parseTimeScheme } from './parse-time-scheme.ts';
import { createTimeSchemeInput } from './time-scheme-input.ts';

/** Makes a time scheme and returns its id. Throws ValidationError that names every fault, or a key in use. */
export async function createTimeScheme(
  context: Context,
  input: z.input<typeof createTimeSchemeInput>,
): Promise<string> {
  requirePermission(context.actor, 'calendar.manage');
  const { key, name, definition } = parseInput(createTimeSchemeInput, input);
  const scheme = await parseTimeScheme(context, definition);
  const id = newId();
  return inTransaction(context, async (context) => {
    const now = context.now();
    await context.db
      .insertInto('timeScheme')
      .values({ id, key, name, definition: JSON.stringify(scheme), createdAt: now, updatedAt: now })
      .execute()
      .catch((error: unknown) => {
        if (!isDuplicateKey(error)) throw error;
        throw ValidationError.at('key', 'taken', {
          en: 'Another time scheme has this key. Choose another one.',
          zh: '该标识已被其他时间方案使用，请换一个。',
        });
      });
    await recordAudit(context, {
      action: 'time_scheme.created',
      subjectType: 'time_scheme',
      subjectId: id,
      changes: { key, name, to: scheme },
    });
    return id;
  });
}
