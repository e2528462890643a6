import type { z } from 'zod';
import { recordAudit } from '../../platform/audit.ts';
import type { Context } from '../../platform/context.ts';
import { ValidationError } from '../../platform/errors.ts';
import { newId } from '../../platform/id.ts';
import { parseInput } from '../../platform/parse-input.ts';
import { inTransaction, isDuplicateKey } from '../../platform/transaction.ts';
import { requirePermission } from '../actor.ts';
import { createRoleInput } from './role-input.ts';
import { writeGrants } from './write-grants.ts';

/** Makes a role and returns its id. Throws ValidationError for a key in use, NotPermittedError for rights that the caller lacks. */
export async function createRole(context: Context, input: z.input<typeof createRoleInput>): Promise<string> {
  requirePermission(context.actor, 'role.manage');
  const { grants, ...facts } = parseInput(createRoleInput, input);
  const id = newId();
  return inTransaction(context, async (context) => {
    const now = context.now();
    await context.db
      .insertInto('role')
      .values({ ...facts, id, createdAt: now, updatedAt: now })
      .execute()
      .catch((error: unknown) => {
        if (!isDuplicateKey(error)) throw error;
        throw ValidationError.at('key', 'taken', {
          en: 'Another role has this key. Choose another one.',
          zh: '该标识已被其他角色使用，请换一个。',
        });
      });
    await writeGrants(context, id, grants);
    await recordAudit(context, {
      action: 'role.created',
      subjectType: 'role',
      subjectId: id,
      changes: { ...facts, grants },
    });
    return id;
  });
}
