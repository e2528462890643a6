import type { z } from 'zod';
import { requirePermission } from '../../identity/actor.ts';
import { recordAudit } from '../../platform/audit.ts';
import type { Context } from '../../platform/context.ts';
import { ValidationError } from '../../platform/errors.ts';
import { newId } from '../../platform/id.ts';
import { parseInput } from '../../platform/parse-input.ts';
import { inTransaction, isDuplicateKey } from '../../platform/transaction.ts';
import { createDispositionInput } from './disposition-input.ts';

/** Makes something that can have come of a call, and returns its id. Throws ValidationError for a key in use. */
export async function createDisposition(
  context: Context,
  input: z.input<typeof createDispositionInput>,
): Promise<string> {
  requirePermission(context.actor, 'service_group.manage');
  const { key, label, position } = parseInput(createDispositionInput, input);
  const id = newId();
  return inTransaction(context, async (context) => {
    const now = context.now();
    await context.db
      .insertInto('disposition')
      .values({ id, key, labels: JSON.stringify(label), position, createdAt: now, updatedAt: now })
      .execute()
      .catch((error: unknown) => {
        if (!isDuplicateKey(error)) throw error;
        throw ValidationError.at('key', 'taken', {
          en: 'Another result has this key. Choose another one.',
          zh: '该标识已被使用，请换一个。',
        });
      });
    await recordAudit(context, {
      action: 'disposition.created',
      subjectType: 'disposition',
      subjectId: id,
      changes: { key, label, position },
    });
    return id;
  });
}
