import type { z } from 'zod';
import { recordAudit } from '../../platform/audit.ts';
import type { Context } from '../../platform/context.ts';
import { newId } from '../../platform/id.ts';
import { parseInput } from '../../platform/parse-input.ts';
import { inTransaction } from '../../platform/transaction.ts';
import { requirePermission } from '../actor.ts';
import { createDepartmentInput } from './department-input.ts';
import { findDepartment, lockTree, placeAmongSiblings, requireDepth, requireHead } from './department-tree.ts';

/** Makes a department below another one and returns its id. Throws NotFoundError, ValidationError. */
export async function createDepartment(
  context: Context,
  input: z.input<typeof createDepartmentInput>,
): Promise<string> {
  requirePermission(context.actor, 'department.manage');
  const { parentId, name, headId, position } = parseInput(createDepartmentInput, input);
  const id = newId();
  return inTransaction(context, async (context) => {
    await lockTree(context);
    const parent = await findDepartment(context, parentId);
    const path = `${parent.path}${id}/`;
    requireDepth(path);
    await requireHead(context, headId);
    const now = context.now();
    await context.db
      .insertInto('department')
      .values({ id, parentId, name, path, headId: headId ?? null, createdAt: now, updatedAt: now })
      .execute();
    await placeAmongSiblings(context, { id, parentId }, position);
    await recordAudit(context, {
      action: 'department.created',
      subjectType: 'department',
      subjectId: id,
      changes: { name },
    });
    return id;
  });
}
