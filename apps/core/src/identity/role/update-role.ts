import type { z } from 'zod';
import { recordAudit } from '../../platform/audit.ts';
import type { Context } from '../../platform/context.ts';
import { ConflictError, NotFoundError } from '../../platform/errors.ts';
import { parseInput } from '../../platform/parse-input.ts';
import { inTransaction } from '../../platform/transaction.ts';
import { requirePermission } from '../actor.ts';
import { superAdminRole } from '../rights.ts';
import { updateRoleInput } from './role-input.ts';
import { writeGrants } from './write-grants.ts';

/**
 * Changes a role's name, description or rights. Throws ConflictError if it changed since `expectedVersion` or is the
 * super admin's, whose rights are fixed, NotPermittedError for rights that the caller lacks.
 */
export async function updateRole(context: Context, input: z.input<typeof updateRoleInput>): Promise<string> {
  requirePermission(context.actor, 'role.manage');
  const { roleId, expectedVersion, grants, ...facts } = parseInput(updateRoleInput, input);
  return inTransaction(context, async (context) => {
    const before = await context.db
      .selectFrom('role')
      .select(['key', 'version'])
      .where('id', '=', roleId)
      .forUpdate()
      .executeTakeFirst();
    if (!before) throw new NotFoundError('role');
    if (before.version !== expectedVersion) throw ConflictError.stale(before.version);
    if (grants && before.key === superAdminRole) {
      throw new ConflictError('fixed_rights', {
        en: 'The rights of the super admin are fixed, so that somebody can always grant them. Make another role.',
        zh: '超级管理员的权限不可修改，以保证始终有人可授权，请新建其他角色。',
      });
    }
    await context.db
      .updateTable('role')
      .set({ ...facts, version: before.version + 1, updatedAt: context.now() })
      .where('id', '=', roleId)
      .execute();
    if (grants) await writeGrants(context, roleId, grants);
    await recordAudit(context, {
      action: 'role.updated',
      subjectType: 'role',
      subjectId: roleId,
      changes: { ...facts, ...(grants ? { grants } : {}) },
    });
    return roleId;
  });
}
