import type { z } from 'zod';
import { recordAudit } from '../../platform/audit.ts';
import type { Context } from '../../platform/context.ts';
import { ConflictError } from '../../platform/errors.ts';
import { parseInput } from '../../platform/parse-input.ts';
import { inTransaction } from '../../platform/transaction.ts';
import { requirePermission } from '../actor.ts';
import { deleteDepartmentInput } from './department-input.ts';
import { findDepartment, lockTree } from './department-tree.ts';

/** Deletes an empty department. Throws ConflictError while it has members, or departments below it. */
export async function deleteDepartment(
  context: Context,
  input: z.input<typeof deleteDepartmentInput>,
): Promise<string> {
  requirePermission(context.actor, 'department.manage');
  const { departmentId } = parseInput(deleteDepartmentInput, input);
  return inTransaction(context, async (context) => {
    await lockTree(context);
    const department = await findDepartment(context, departmentId);
    const count = async (table: 'agent' | 'department', column: 'departmentId' | 'parentId') => {
      const row = await context.db
        .selectFrom(table)
        .select((eb) => eb.fn.countAll<number>().as('count'))
        .where(column, '=', departmentId)
        .executeTakeFirstOrThrow();
      return row.count;
    };
    const members = await count('agent', 'departmentId');
    const children = await count('department', 'parentId');
    if (members + children > 0 || department.parentId === null) {
      throw new ConflictError(
        'department_in_use',
        {
          en: `This department has ${members} members and ${children} departments below it. Move them first.`,
          zh: `该部门还有 ${members} 名成员、${children} 个下级部门，请先移走。`,
        },
        { members, children },
      );
    }
    await context.db.deleteFrom('department').where('id', '=', departmentId).execute();
    await recordAudit(context, {
      action: 'department.deleted',
      subjectType: 'department',
      subjectId: departmentId,
      changes: { name: department.name },
    });
    return departmentId;
  });
}
