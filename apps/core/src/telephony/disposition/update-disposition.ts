import type { z } from 'zod';
import { requirePermission } from '../../identity/actor.ts';
import { recordAudit } from '../../platform/audit.ts';
import type { Context } from '../../platform/context.ts';
import { ConflictError, NotFoundError } from '../../platform/errors.ts';
import { parseInput } from '../../platform/parse-input.ts';
import { inTransaction } from '../../platform/transaction.ts';
import { updateDispositionInput } from './disposition-input.ts';

/**
 * Changes a disposition's words and place, or takes it out of use: calls that have it keep it. Throws NotFoundError,
 * ConflictError if it changed since `expectedVersion`.
 */
export async function updateDisposition(
  context: Context,
  input: z.input<typeof updateDispositionInput>,
): Promise<string> {
  requirePermission(context.actor, 'service_group.manage');
  const { dispositionId, expectedVersion, label, ...facts } = parseInput(updateDispositionInput, input);
  return inTransaction(context, async (context) => {
    const before = await context.db
      .selectFrom('disposition')
      .select('version')
      .where('id', '=', dispositionId)
      .forUpdate()
      .executeTakeFirst();
    if (!before) throw new NotFoundError('disposition');
    if (before.version !== expectedVersion) throw ConflictError.stale(before.version);
    await context.db
      .updateTable('disposition')
      .set({
        ...facts,
        ...(label && { labels: JSON.stringify(label) }),
        version: before.version + 1,
        updatedAt: context.now(),
      })
      .where('id', '=', dispositionId)
      .execute();
    await recordAudit(context, {
      action: 'disposition.updated',
      subjectType: 'disposition',
      subjectId: dispositionId,
      changes: { ...facts, ...(label && { label }) },
    });
    return dispositionId;
  });
}
