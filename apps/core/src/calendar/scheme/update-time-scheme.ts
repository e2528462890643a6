import type { z } from 'zod';
import { requirePermission } from '../../identity/actor.ts';
import { recordAudit } from '../../platform/audit.ts';
import type { Context } from '../../platform/context.ts';
import { ConflictError, NotFoundError } from '../../platform/errors.ts';
import { parseInput } from '../../platform/parse-input.ts';
import { inTransaction } from '../../platform/transaction.ts';
import { parseTimeScheme } from './parse-time-scheme.ts';
import { updateTimeSchemeInput } from './time-scheme-input.ts';

/**
 * Changes the name or the branches of a scheme. Throws ConflictError if it changed since `expectedVersion`,
 * ValidationError that names every fault.
 */
export async function updateTimeScheme(
  context: Context,
  input: z.input<typeof updateTimeSchemeInput>,
): Promise<string> {
  requirePermission(context.actor, 'calendar.manage');
  const { timeSchemeId, expectedVersion, name, definition } = parseInput(updateTimeSchemeInput, input);
  const scheme = definition === undefined ? null : await parseTimeScheme(context, definition);
  return inTransaction(context, async (context) => {
    const before = await context.db
      .selectFrom('timeScheme')
      .select(['version', 'definition'])
      .where('id', '=', timeSchemeId)
      .forUpdate()
      .executeTakeFirst();
    if (!before) throw new NotFoundError('time_scheme');
    if (before.version !== expectedVersion) throw ConflictError.stale(before.version);
    await context.db
      .updateTable('timeScheme')
      .set({
        name,
        ...(scheme && { definition: JSON.stringify(scheme) }),
        version: before.version + 1,
        updatedAt: context.now(),
      })
      .where('id', '=', timeSchemeId)
      .execute();
    await recordAudit(context, {
      action: 'time_scheme.updated',
      subjectType: 'time_scheme',
      subjectId: timeSchemeId,
      changes: { ...(name && { name }), ...(scheme && { from: before.definition, to: scheme }) },
    });
    return timeSchemeId;
  });
}
