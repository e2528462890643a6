import type { z } from 'zod';
import { requirePermission } from '../identity/actor.ts';
import { recordAudit } from '../platform/audit.ts';
import type { Context } from '../platform/context.ts';
import { parseInput } from '../platform/parse-input.ts';
import { inTransaction } from '../platform/transaction.ts';
import { lockOption } from './load-parameters.ts';
import { updateParameterOptionInput } from './parameter-input.ts';

/**
 * Changes a value's words or place, or takes it out of use: where it was noted it stays readable. Throws NotFoundError,
 * ConflictError if it changed since `expectedVersion`.
 */
export async function updateParameterOption(
  context: Context,
  input: z.input<typeof updateParameterOptionInput>,
): Promise<string> {
  requirePermission(context.actor, 'parameter.manage');
  const { optionId, expectedVersion, label, ...facts } = parseInput(updateParameterOptionInput, input);
  return inTransaction(context, async (context) => {
    const before = await lockOption(context, optionId, expectedVersion);
    await context.db
      .updateTable('parameterOption')
      .set({
        ...facts,
        ...(label && { labels: JSON.stringify(label) }),
        version: before.version + 1,
        updatedById: context.actor.agentId,
        updatedAt: context.now(),
      })
      .where('id', '=', optionId)
      .execute();
    await recordAudit(context, {
      action: 'parameter.value_updated',
      subjectType: 'parameter',
      subjectId: before.parameterId,
      changes: { optionId, key: before.key, ...facts, ...(label && { label }) },
    });
    return optionId;
  });
}
