import type { z } from 'zod';
import { requirePermission } from '../identity/actor.ts';
import { recordAudit } from '../platform/audit.ts';
import type { Context } from '../platform/context.ts';
import { parseInput } from '../platform/parse-input.ts';
import { inTransaction } from '../platform/transaction.ts';
import { lockOption, lockParameter } from './load-parameters.ts';
import { moveParameterOptionInput } from './parameter-input.ts';

/**
 * Puts a value at a place among its neighbours, which are numbered anew; behind the last one it is the last. Returns its
 * list's id. Throws NotFoundError, ConflictError if it changed since `expectedVersion`.
 */
export async function moveParameterOption(
  context: Context,
  input: z.input<typeof moveParameterOptionInput>,
): Promise<string> {
  requirePermission(context.actor, 'parameter.manage');
  const { optionId, expectedVersion, place } = parseInput(moveParameterOptionInput, input);
  return inTransaction(context, async (context) => {
    const { parameterId, parentId, key } = await lockOption(context, optionId, expectedVersion);
    await lockParameter(context, parameterId);
    const rows = await context.db
      .selectFrom('parameterOption')
      .select(['id', 'position', 'version'])
      .where('parameterId', '=', parameterId)
      .where('parentId', parentId === null ? 'is' : '=', parentId)
      .orderBy('position')
      .orderBy('id')
      .execute();
    const moved = rows.filter(({ id }) => id === optionId);
    const order = rows.filter(({ id }) => id !== optionId).toSpliced(place, 0, ...moved);
    const stamp = { updatedById: context.actor.agentId, updatedAt: context.now() };
    for (const [position, row] of order.entries()) {
      if (row.position === position) continue;
      const mark = row.id === optionId ? { ...stamp, version: row.version + 1 } : {};
      await context.db
        .updateTable('parameterOption')
        .set({ position, ...mark })
        .where('id', '=', row.id)
        .execute();
    }
    await recordAudit(context, {
      action: 'parameter.value_moved',
      subjectType: 'parameter',
      subjectId: parameterId,
      changes: { optionId, key, place },
    });
    return parameterId;
  });
}
