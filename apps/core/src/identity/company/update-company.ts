import type { z } from 'zod';
import { recordAudit } from '../../platform/audit.ts';
import type { Context } from '../../platform/context.ts';
import { ConflictError } from '../../platform/errors.ts';
import { parseInput } from '../../platform/parse-input.ts';
import { inTransaction } from '../../platform/transaction.ts';
import { requirePermission } from '../actor.ts';
import { updateCompanyInput } from './company-input.ts';

/**
 * Changes what the company is called, its zone and its language. What was written before stays as it is: numbers of tickets,
 * titles, names of files. Throws ValidationError for a zone that there is not, ConflictError if the company changed since
 * `expectedVersion`.
 */
export async function updateCompany(context: Context, input: z.input<typeof updateCompanyInput>): Promise<string> {
  requirePermission(context.actor, 'department.manage');
  const { expectedVersion, ...facts } = parseInput(updateCompanyInput, input);
  return inTransaction(context, async (context) => {
    const before = await context.db
      .selectFrom('company')
      .select(['id', 'version'])
      .forUpdate()
      .executeTakeFirstOrThrow();
    if (before.version !== expectedVersion) throw ConflictError.stale(before.version);
    await context.db
      .updateTable('company')
      .set({ ...facts, version: before.version + 1, updatedAt: context.now() })
      .where('id', '=', before.id)
      .execute();
    await recordAudit(context, {
      action: 'company.updated',
      subjectType: 'company',
      subjectId: before.id,
      changes: facts,
    });
    return before.id;
  });
}
