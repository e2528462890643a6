import type { z } from 'zod';
import { requirePermission } from '../identity/actor.ts';
import { recordAudit } from '../platform/audit.ts';
import type { Context } from '../platform/context.ts';
import { newId } from '../platform/id.ts';
import { insertRows } from '../platform/insert-rows.sql.ts';
import { parseInput } from '../platform/parse-input.ts';
import { inTransaction } from '../platform/transaction.ts';
import { requirePlace, requireRoom } from './check-tag-place.ts';
import { createTagInput, nameKey } from './tag-input.ts';
import { lockTagTree } from './tag-tree.ts';

/** Makes a tag. Throws ValidationError where the name is taken among siblings, or there are too many. */
export async function createTag(context: Context, input: z.input<typeof createTagInput>): Promise<string> {
  requirePermission(context.actor, 'tag.manage');
  const { name, parentId } = parseInput(createTagInput, input);
  return inTransaction(context, async (context) => {
    const tree = await lockTagTree(context);
    requireRoom(tree);
    requirePlace(tree, name, parentId ?? '');
    const id = newId();
    const now = context.now();
    const row = { id, parentId: parentId ?? '', name, nameKey: nameKey(name), createdAt: now, updatedAt: now };
    await insertRows(context, 'tag', [row]);
    await recordAudit(context, { action: 'tag.created', subjectType: 'tag', subjectId: id, changes: { name } });
    return id;
  });
}
