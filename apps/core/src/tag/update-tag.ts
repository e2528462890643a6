import type { z } from 'zod';
import { requirePermission } from '../identity/actor.ts';
import { recordAudit } from '../platform/audit.ts';
import type { Context } from '../platform/context.ts';
import { parseInput } from '../platform/parse-input.ts';
import { inTransaction } from '../platform/transaction.ts';
import { requirePlace, tagToChange } from './check-tag-place.ts';
import { nameKey, updateTagInput } from './tag-input.ts';
import { lockTagTree } from './tag-tree.ts';

/**
 * Renames a tag, moves it, or takes it out of use. A new name is seen on every record that carries it; taking it out of
 * use changes no record. Throws ValidationError, ConflictError if it changed since `expectedVersion`.
 */
export async function updateTag(context: Context, input: z.input<typeof updateTagInput>): Promise<string> {
  requirePermission(context.actor, 'tag.manage');
  const { tagId, expectedVersion, ...asked } = parseInput(updateTagInput, input);
  return inTransaction(context, async (context) => {
    const tree = await lockTagTree(context);
    const tag = tagToChange(tree, tagId, expectedVersion);
    const name = asked.name ?? tag.name;
    const parentId = asked.parentId === undefined ? tag.parentId : (asked.parentId ?? '');
    requirePlace(tree, name, parentId, tag);
    const isActive = asked.isActive ?? tag.isActive;
    await context.db
      .updateTable('tag')
      .set({ name, nameKey: nameKey(name), parentId, isActive, version: tag.version + 1, updatedAt: context.now() })
      .where('id', '=', tagId)
      .execute();
    await recordAudit(context, {
      action: 'tag.updated',
      subjectType: 'tag',
      subjectId: tagId,
      changes: {
        from: { name: tag.name, parentId: tag.parentId, isActive: tag.isActive },
        to: { name, parentId, isActive },
      },
    });
    return tagId;
  });
}
