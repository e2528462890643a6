import { ConflictError, NotFoundError, ValidationError } from '../platform/errors.ts';
import { deepestLevel, mostTags, nameKey } from './tag-input.ts';
import { heightOf, pathOf, withDescendants, type TagRow, type TagTree } from './tag-tree.ts';

/** The tag that is to be changed. Throws NotFoundError, ConflictError if it changed since it was read. */
export function tagToChange(tree: TagTree, tagId: string, expectedVersion: number): TagRow {
  const tag = tree.byId.get(tagId);
  if (!tag) throw new NotFoundError('tag');
  if (tag.version !== expectedVersion) throw ConflictError.stale(tag.version);
  return tag;
}

/** Throws ValidationError where there is no room for another tag. */
export function requireRoom(tree: TagTree): void {
  if (tree.byId.size < mostTags) return;
  throw ValidationError.at('name', 'too_many_tags', {
    en: `There are ${mostTags} tags, which is the most, disabled ones included. Merge or delete one first.`,
    zh: `标签最多 ${mostTags} 个（含已停用），请先合并或删除。`,
  });
}

/**
 * Whether a tag of this name may stand below `parentId` (the top if empty); `moving` is the tag itself, if it is there
 * already. Throws ValidationError: the parent is gone or below the tag, the tree too deep, the name taken among siblings.
 */
export function requirePlace(tree: TagTree, name: string, parentId: string, moving?: TagRow): void {
  if (parentId !== '' && !tree.byId.has(parentId)) throw new NotFoundError('parent tag');
  if (moving && parentId !== '' && withDescendants(tree, moving.id).includes(parentId)) {
    throw ValidationError.at('parentId', 'in_circle', {
      en: 'A tag cannot stand below itself. Choose another place.',
      zh: '标签不能移到自己的下级，请另选位置。',
    });
  }
  const level = pathOf(tree, parentId).length + (moving ? heightOf(tree, moving.id) : 1);
  if (level > deepestLevel) {
    throw ValidationError.at('parentId', 'too_deep', {
      en: `Tags have ${deepestLevel} levels at most. Choose a place higher up.`,
      zh: `标签最多 ${deepestLevel} 级，请选择更高的层级。`,
    });
  }
  const key = nameKey(name);
  if (!tree.childrenOf(parentId).some((sibling) => sibling.nameKey === key && sibling.id !== moving?.id)) return;
  throw ValidationError.at('name', 'taken', {
    en: 'Another tag at this place has this name. Choose another name, or merge the two.',
    zh: '同级已有同名标签，请换一个名称，或将二者合并。',
  });
}

/** Throws ConflictError where another number of records carries the tag than was confirmed, or tags stand below it. */
export function requireConfirmed(tree: TagTree, tag: TagRow, records: number, confirmed: number): void {
  if (tree.childrenOf(tag.id).length > 0) {
    throw new ConflictError('has_children', {
      en: 'Tags stand below it. Move, merge or delete them first.',
      zh: '该标签下还有下级标签，请先移动、合并或删除。',
    });
  }
  if (records === confirmed) return;
  throw new ConflictError(
    'other_count',
    {
      en: `${records} records carry this tag. Confirm this number.`,
      zh: `共有 ${records} 条记录带有该标签，请确认该数字。`,
    },
    { records },
  );
}
