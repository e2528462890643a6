import type { z } from 'zod';
import { requirePermission } from '../identity/actor.ts';
import { recordAudit } from '../platform/audit.ts';
import type { Context } from '../platform/context.ts';
import { parseInput } from '../platform/parse-input.ts';
import { inTransaction } from '../platform/transaction.ts';
import { lockParameter } from './load-parameters.ts';
import { updateParameterInput } from './parameter-input.ts';

/** Changes what a list is called, or takes it out of use. Throws NotFoundError, ConflictError if it changed since `expectedVersion`. */
export async function updateParameter(context: Context, input: z.input<typeof updateParameterInput>): Promise<string> {
  requirePermission(context.actor, 'parameter.manage');
  const { parameterId, expectedVersion, label, ...facts } = parseInput(updateParameterInput, input);
  return inTransaction(context, async (context) => {
    const before = await lockParameter(context, parameterId, expectedVersion);
    await context.db
      .updateTable('parameter')
      .set({
        ...facts,
        ...(label && { labels: JSON.stringify(label) }),
        version: before.version + 1,
        updatedById: context.actor.agentId,
        updatedAt: context.now(),
      })
      .where('id', '=', parameterId)
      .execute();
    await recordAudit(context, {
      action: 'parameter.updated',
      subjectType: 'parameter',
      subjectId: parameterId,
      changes: { ...facts, ...(label && { label }) },
    });
    return parameterId;
  });
}
