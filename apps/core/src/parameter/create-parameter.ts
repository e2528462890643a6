import type { z } from 'zod';
import { requirePermission } from '../identity/actor.ts';
import { recordAudit } from '../platform/audit.ts';
import type { Context } from '../platform/context.ts';
import { ValidationError } from '../platform/errors.ts';
import { newId } from '../platform/id.ts';
import { parseInput } from '../platform/parse-input.ts';
import { inTransaction, isDuplicateKey } from '../platform/transaction.ts';
import { createParameterInput } from './parameter-input.ts';

/** The refusal of a key that another record has. */
export const keyTaken = (error: unknown): never => {
  if (!isDuplicateKey(error)) throw error;
  throw ValidationError.at('key', 'taken', {
    en: 'This key is in use already. Choose another one.',
    zh: '该标识已被使用，请换一个。',
  });
};

/** Makes a list of the company's own and returns its id. Throws ValidationError for a key in use. */
export async function createParameter(context: Context, input: z.input<typeof createParameterInput>): Promise<string> {
  requirePermission(context.actor, 'parameter.manage');
  const { key, label, kind } = parseInput(createParameterInput, input);
  const id = newId();
  return inTransaction(context, async (context) => {
    const now = context.now();
    const row = { id, key, kind, labels: JSON.stringify(label), updatedById: context.actor.agentId };
    await context.db
      .insertInto('parameter')
      .values({ ...row, createdAt: now, updatedAt: now })
      .execute()
      .catch(keyTaken);
    await recordAudit(context, {
      action: 'parameter.created',
      subjectType: 'parameter',
      subjectId: id,
      changes: { key, label, kind },
    });
    return id;
  });
}
