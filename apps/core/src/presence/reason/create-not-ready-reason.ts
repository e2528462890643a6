import type { z } from 'zod';
import { requirePermission } from '../../identity/actor.ts';
import { recordAudit } from '../../platform/audit.ts';
import type { Context } from '../../platform/context.ts';
import { ValidationError } from '../../platform/errors.ts';
import { newId } from '../../platform/id.ts';
import { parseInput } from '../../platform/parse-input.ts';
import { inTransaction, isDuplicateKey } from '../../platform/transaction.ts';
import { createNotReadyReasonInput } from './not-ready-reason-input.ts';

/** Makes a reason for which agents may be not ready, and returns its id. Throws ValidationError for a key in use. */
export async function createNotReadyReason(
  context: Context,
  input: z.input<typeof createNotReadyReasonInput>,
): Promise<string> {
  requirePermission(context.actor, 'service_group.manage');
  const { label, ...facts } = parseInput(createNotReadyReasonInput, input);
  const id = newId();
  return inTransaction(context, async (context) => {
    const now = context.now();
    await context.db
      .insertInto('notReadyReason')
      .values({ ...facts, id, labels: JSON.stringify(label), createdAt: now, updatedAt: now })
      .execute()
      .catch((error: unknown) => {
        if (!isDuplicateKey(error)) throw error;
        throw ValidationError.at('key', 'taken', {
          en: 'Another reason has this key. Choose another one.',
          zh: '该标识已被其他示忙原因使用，请换一个。',
        });
      });
    await recordAudit(context, {
      action: 'not_ready_reason.created',
      subjectType: 'not_ready_reason',
      subjectId: id,
      changes: { ...facts, label },
    });
    return id;
  });
}
