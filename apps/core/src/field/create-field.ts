import type { z } from 'zod';
import { requirePermission } from '../identity/actor.ts';
import { recordAudit } from '../platform/audit.ts';
import type { Context } from '../platform/context.ts';
import { ValidationError } from '../platform/errors.ts';
import { newId } from '../platform/id.ts';
import { parseInput } from '../platform/parse-input.ts';
import { inTransaction, isDuplicateKey } from '../platform/transaction.ts';
import { createFieldInput } from './field-input.ts';
import { parseSharedField } from './parse-shared-field.ts';

/** Makes a field that forms share, and returns its id. Throws ValidationError that names every fault, or a key in use. */
export async function createField(context: Context, input: z.input<typeof createFieldInput>): Promise<string> {
  requirePermission(context.actor, 'ticket_type.manage');
  const definition = parseSharedField(parseInput(createFieldInput, input).definition);
  const id = newId();
  return inTransaction(context, async (context) => {
    const now = context.now();
    await context.db
      .insertInto('field')
      .values({ id, key: definition.key, definition: JSON.stringify(definition), createdAt: now, updatedAt: now })
      .execute()
      .catch((error: unknown) => {
        if (!isDuplicateKey(error)) throw error;
        throw ValidationError.at(['definition', 'key'], 'taken', {
          en: 'Another shared field has this key. Choose another one.',
          zh: '该标识已被其他全局字段使用，请换一个。',
        });
      });
    await recordAudit(context, {
      action: 'field.created',
      subjectType: 'field',
      subjectId: id,
      changes: { to: definition },
    });
    return id;
  });
}
