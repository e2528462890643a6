import type { Selectable } from 'kysely';
import type { DB } from '@handoff/prisma';
import { remember, type Context } from '../platform/context.ts';

export type TagRow = Selectable<DB['tag']>;

/** All tags, as a tree in the order of their names. */
export interface TagTree {
  byId: ReadonlyMap<string, TagRow>;
  /** Each tag before those below it. */
  ordered: readonly TagRow[];
  childrenOf: (parentId: string) => readonly TagRow[];
}

/** Makes a tree of rows. A row whose parent is not there, or that lies in a circle, is left out of `ordered`. */
export function tagTree(rows: readonly TagRow[]): TagTree {
  const children = new Map<string, TagRow[]>();
  for (const row of rows.toSorted((a, b) => (a.nameKey < b.nameKey ? -1 : 1))) {
    children.set(row.parentId, [...(children.get(row.parentId) ?? []), row]);
  }
  const below = (parentId: string): TagRow[] =>
    (children.get(parentId) ?? []).flatMap((row) => [row, ...below(row.id)]);
  return {
    byId: new Map(rows.map((row) => [row.id, row])),
    ordered: below(''),
    childrenOf: (parentId) => children.get(parentId) ?? [],
  };
}

/** A tag and all that lie above it, itself last. */
export function pathOf(tree: TagTree, tagId: string): TagRow[] {
  const path: TagRow[] = [];
  for (let row = tree.byId.get(tagId); row && !path.includes(row); row = tree.byId.get(row.parentId)) path.unshift(row);
  return path;
}

/** How people read where a tag stands: "Delivery / Late". */
export const pathName = (tree: TagTree, tagId: string): string =>
  pathOf(tree, tagId)
    .map(({ name }) => name)
    .join(' / ');

/** The ids of a tag and of all below it. */
export const withDescendants = (tree: TagTree, tagId: string): string[] => [
  tagId,
  ...tree.childrenOf(tagId).flatMap((row) => withDescendants(tree, row.id)),
];

/** How many levels lie at and below a tag. */
export const heightOf = (tree: TagTree, tagId: string): number =>
  1 + Math.max(0, ...tree.childrenOf(tagId).map((row) => heightOf(tree, row.id)));

/** Whether a tag is offered to records: it and all above it are in use. */
export const isOffered = (tree: TagTree, tagId: string): boolean =>
  pathOf(tree, tagId).every(({ isActive }) => isActive);

/** Every tag; there are a thousand at most. Read once a request. */
export const loadTagTree = (context: Context): Promise<TagTree> =>
  remember(context, 'tag-tree', async () => tagTree(await context.db.selectFrom('tag').selectAll().execute()));

/** Every tag, locked with the place for new ones: the tree has rules about all of it. Must run inside a transaction. */
export const lockTagTree = async (context: Context): Promise<TagTree> =>
  tagTree(await context.db.selectFrom('tag').selectAll().forUpdate().execute());
