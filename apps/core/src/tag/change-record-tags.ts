import type { Context } from '../platform/context.ts';
import { NotFoundError, ValidationError } from '../platform/errors.ts';
import { insertRows } from '../platform/insert-rows.sql.ts';
import type { FieldChange } from '../ticket/append-event.ts';
import { mostOnRecord } from './tag-input.ts';
import { isOffered, loadTagTree, pathName } from './tag-tree.ts';

interface TagChange {
  owner: { type: 'ticket' | 'customer'; id: string };
  add: readonly string[];
  remove: readonly string[];
}

/** What a change came to: the ids, and by the tags' names, so that a history stays readable when a tag is gone. */
export interface TagsChanged {
  added: string[];
  removed: string[];
  changes: FieldChange[];
}

/**
 * Adds and removes tags of a record whose lock the caller holds. Throws NotFoundError, ValidationError for a disabled tag or too many.
 */
export async function changeRecordTags(context: Context, { owner, add, remove }: TagChange): Promise<TagsChanged> {
  const tree = await loadTagTree(context);
  if ([...add, ...remove].some((id) => !tree.byId.has(id))) throw new NotFoundError('tag');
  const carried = await context.db
    .selectFrom('recordTag')
    .select('tagId')
    .where('ownerId', '=', owner.id)
    .forUpdate()
    .execute();
  const before = new Set(carried.map(({ tagId }) => tagId));
  const added = [...new Set(add)].filter((id) => !before.has(id) && !remove.includes(id));
  const removed = [...new Set(remove)].filter((id) => before.has(id));
  const closed = added.find((id) => !isOffered(tree, id));
  if (closed) {
    throw ValidationError.at('add', 'tag_disabled', {
      en: `The tag “${tree.byId.get(closed)?.name ?? ''}” is disabled. Choose another.`,
      zh: `标签“${tree.byId.get(closed)?.name ?? ''}”已停用，请另选。`,
    });
  }
  if (added.length > 0 && before.size - removed.length + added.length > mostOnRecord) {
    throw ValidationError.at('add', 'too_many_tags', {
      en: `A record carries ${mostOnRecord} tags at most. Remove one first.`,
      zh: `每条记录最多 ${mostOnRecord} 个标签，请先移除。`,
    });
  }
  if (removed.length > 0) {
    await context.db.deleteFrom('recordTag').where('ownerId', '=', owner.id).where('tagId', 'in', removed).execute();
  }
  const since = context.now();
  await insertRows(
    context,
    'recordTag',
    added.map((tagId) => ({ ownerId: owner.id, tagId, ownerType: owner.type, since })),
    'ignore',
  );
  return {
    added,
    removed,
    changes: [
      ...removed.map((id) => ({ field: 'tag', from: pathName(tree, id), to: null })),
      ...added.map((id) => ({ field: 'tag', from: null, to: pathName(tree, id) })),
    ],
  };
}
