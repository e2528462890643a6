import type { Context } from '../../platform/context.ts';
import { NotFoundError, ValidationError } from '../../platform/errors.ts';
import type { DepartmentRow } from '../identity-loaders.ts';

const longestPath = 500;

/** Changes of the tree wait for each other: all of them lock its root first. */
export async function lockTree(context: Context): Promise<void> {
  await context.db.selectFrom('department').select('id').where('parentId', 'is', null).forUpdate().execute();
}

/** Reads a department within a change of the tree. Throws NotFoundError. */
export async function findDepartment(context: Context, id: string): Promise<DepartmentRow> {
  const department = await context.db
    .selectFrom('department')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!department) throw new NotFoundError('department');
  return department;
}

/** Throws ValidationError if a path is longer than the tree may be deep. */
export function requireDepth(path: string): void {
  if (path.length <= longestPath) return;
  throw ValidationError.at('parentId', 'too_deep', {
    en: 'This is more than 17 levels below the company. Choose a department further up.',
    zh: '层级超过 17 层，请选择更上级的部门。',
  });
}

/** Throws ValidationError if the head is not an active agent. */
export async function requireHead(context: Context, headId: string | null | undefined): Promise<void> {
  if (!headId) return;
  const head = await context.db
    .selectFrom('agent')
    .select('id')
    .where('id', '=', headId)
    .where('isActive', '=', true)
    .executeTakeFirst();
  if (head) return;
  throw ValidationError.at('headId', 'no_such_agent', {
    en: 'This agent does not work here any more. Choose somebody else as head.',
    zh: '该坐席已停用或不存在，请另选负责人。',
  });
}

/** Puts a department among its siblings, at the end without a position, and numbers them anew. */
export async function placeAmongSiblings(
  context: Context,
  department: { id: string; parentId: string | null },
  position: number | undefined,
): Promise<void> {
  const siblings = await context.db
    .selectFrom('department')
    .select(['id', 'position'])
    .where('parentId', '<=>', department.parentId)
    .where('id', '!=', department.id)
    .orderBy('position')
    .orderBy('id')
    .execute();
  const order = siblings.map((sibling) => sibling.id);
  order.splice(position ?? order.length, 0, department.id);
  const before = new Map(siblings.map((sibling) => [sibling.id, sibling.position]));
  for (const [index, id] of order.entries()) {
    if (before.get(id) === index) continue;
    await context.db.updateTable('department').set({ position: index }).where('id', '=', id).execute();
  }
}
