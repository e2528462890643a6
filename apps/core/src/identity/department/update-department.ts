import { sql } from 'kysely';
import type { z } from 'zod';
import { recordAudit } from '../../platform/audit.ts';
import type { Context } from '../../platform/context.ts';
import { ConflictError, ValidationError } from '../../platform/errors.ts';
import { parseInput } from '../../platform/parse-input.ts';
import { inTransaction } from '../../platform/transaction.ts';
import { requirePermission } from '../actor.ts';
import type { DepartmentRow } from '../identity-loaders.ts';
import { updateDepartmentInput } from './department-input.ts';
import { findDepartment, lockTree, placeAmongSiblings, requireDepth, requireHead } from './department-tree.ts';

const cycle = () =>
  ValidationError.at('parentId', 'cycle', {
    en: 'A department cannot be moved below itself. Choose one outside of it.',
    zh: '部门不能移到自己或其下级部门之下，请选择其他部门。',
  });

/** Moves a department with everything below it: each path begins with the new one. */
async function move(context: Context, department: DepartmentRow, parentId: string): Promise<void> {
  if (department.parentId === null) throw cycle();
  const parent = await findDepartment(context, parentId);
  if (parent.path.startsWith(department.path)) throw cycle();
  const path = `${parent.path}${department.id}/`;
  const below = await context.db
    .selectFrom('department')
    .select(['id', 'path'])
    .where('path', 'like', `${department.path}%`)
    .execute();
  for (const row of below) requireDepth(path + row.path.slice(department.path.length));
  await context.db
    .updateTable('department')
    .set({ path: sql<string>`CONCAT(${path}, SUBSTRING(path, ${department.path.length + 1}))` })
    .where('path', 'like', `${department.path}%`)
    .execute();
  await context.db.updateTable('department').set({ parentId }).where('id', '=', department.id).execute();
}

/**
 * Renames a department, moves it with everything below it, or sets its head. Throws ConflictError if it changed since
 * `expectedVersion`, ValidationError for a move below itself.
 */
export async function updateDepartment(
  context: Context,
  input: z.input<typeof updateDepartmentInput>,
): Promise<string> {
  requirePermission(context.actor, 'department.manage');
  const { departmentId, expectedVersion, parentId, position, ...facts } = parseInput(updateDepartmentInput, input);
  return inTransaction(context, async (context) => {
    await lockTree(context);
    const before = await findDepartment(context, departmentId);
    if (before.version !== expectedVersion) throw ConflictError.stale(before.version);
    await requireHead(context, facts.headId);
    const isMoved = parentId !== undefined && parentId !== before.parentId;
    if (isMoved) await move(context, before, parentId);
    await context.db
      .updateTable('department')
      .set({ ...facts, version: before.version + 1, updatedAt: context.now() })
      .where('id', '=', departmentId)
      .execute();
    if (isMoved || position !== undefined) {
      await placeAmongSiblings(context, { id: departmentId, parentId: parentId ?? before.parentId }, position);
    }
    await recordAudit(context, {
      action: 'department.updated',
      subjectType: 'department',
      subjectId: departmentId,
      changes: { ...facts, ...(isMoved ? { parentId } : {}) },
    });
    return departmentId;
  });
}
