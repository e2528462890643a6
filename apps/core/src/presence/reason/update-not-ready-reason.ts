import type { z } from 'zod';
import { requirePermission } from '../../identity/actor.ts';
import { recordAudit } from '../../platform/audit.ts';
import type { Context } from '../../platform/context.ts';
import { ConflictError, NotFoundError } from '../../platform/errors.ts';
import { parseInput } from '../../platform/parse-input.ts';
import { inTransaction } from '../../platform/transaction.ts';
import { updateNotReadyReasonInput } from './not-ready-reason-input.ts';

/**
 * Changes a reason's words, its place and whether one may call out meanwhile, or takes it out of use: whoever is not ready
 * for it stays so, and a group that names it for missed calls leaves agents ready. Throws NotFoundError, ConflictError if
 * it changed since `expectedVersion` or is the last one in use.
 */
export async function updateNotReadyReason(
  context: Context,
  input: z.input<typeof updateNotReadyReasonInput>,
): Promise<string> {
  requirePermission(context.actor, 'service_group.manage');
  const { reasonId, expectedVersion, label, ...facts } = parseInput(updateNotReadyReasonInput, input);
  return inTransaction(context, async (context) => {
    // All are locked, so that two people cannot take out the last two at the same time.
    const reasons = await context.db
      .selectFrom('notReadyReason')
      .select(['id', 'version', 'isActive'])
      .forUpdate()
      .execute();
    const before = reasons.find(({ id }) => id === reasonId);
    if (!before) throw new NotFoundError('reason');
    if (before.version !== expectedVersion) throw ConflictError.stale(before.version);
    if (facts.isActive === false && !reasons.some(({ id, isActive }) => isActive && id !== reasonId)) {
      throw new ConflictError('last_reason', {
        en: 'This is the last reason in use, and agents need one to be not ready. Put another one in use first.',
        zh: '这是最后一个使用中的示忙原因，坐席示忙时必须选择一个。请先启用其他原因。',
      });
    }
    await context.db
      .updateTable('notReadyReason')
      .set({
        ...facts,
        ...(label && { labels: JSON.stringify(label) }),
        version: before.version + 1,
        updatedAt: context.now(),
      })
      .where('id', '=', reasonId)
      .execute();
    await recordAudit(context, {
      action: 'not_ready_reason.updated',
      subjectType: 'not_ready_reason',
      subjectId: reasonId,
      changes: { ...facts, ...(label && { label }) },
    });
    return reasonId;
  });
}
