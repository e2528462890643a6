import type { z } from 'zod';
import { requirePermission } from '../../identity/actor.ts';
import { recordAudit } from '../../platform/audit.ts';
import type { Context } from '../../platform/context.ts';
import { ConflictError, NotFoundError } from '../../platform/errors.ts';
import { parseInput } from '../../platform/parse-input.ts';
import { inTransaction } from '../../platform/transaction.ts';
import { deleteTimeSchemeInput } from './time-scheme-input.ts';

/** Removes a scheme. Throws NotFoundError, ConflictError if it changed since `expectedVersion`. */
export async function deleteTimeScheme(
  context: Context,
  input: z.input<typeof deleteTimeSchemeInput>,
): Promise<string> {
  requirePermission(context.actor, 'calendar.manage');
  const { timeSchemeId, expectedVersion } = parseInput(deleteTimeSchemeInput, input);
  return inTransaction(context, async (context) => {
    const scheme = await context.db
      .selectFrom('timeScheme')
      .selectAll()
      .where('id', '=', timeSchemeId)
      .forUpdate()
      .executeTakeFirst();
    if (!scheme) throw new NotFoundError('time_scheme');
    if (scheme.version !== expectedVersion) throw ConflictError.stale(scheme.version);
    await context.db.deleteFrom('timeScheme').where('id', '=', timeSchemeId).execute();
    await recordAudit(context, {
      action: 'time_scheme.deleted',
      subjectType: 'time_scheme',
      subjectId: timeSchemeId,
      changes: { key: scheme.key, name: scheme.name, definition: scheme.definition },
    });
    return timeSchemeId;
  });
}
