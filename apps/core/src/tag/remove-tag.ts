import { sql } from 'kysely';
import type { z } from 'zod';
import { requirePermission } from '../identity/actor.ts';
import { recordAudit } from '../platform/audit.ts';
import type { Context } from '../platform/context.ts';
import { NotFoundError, ValidationError } from '../platform/errors.ts';
import { parseInput } from '../platform/parse-input.ts';
import { inTransaction } from '../platform/transaction.ts';
import { requireConfirmed, tagToChange } from './check-tag-place.ts';
import { deleteTagInput, mergeTagInput } from './tag-input.ts';
import { lockTagTree, withDescendants, type TagRow, type TagTree } from './tag-tree.ts';

interface Carriers {
  ticket: number;
  customer: number;
}

interface CountRow {
  root: string;
  type: string;
  count: number;
}

/** How many records of each kind carry these tags or those below them, each record once. */
export async function countRecords(context: Context, tree: TagTree, tagIds: readonly string[]): Promise<Carriers[]> {
  const pairs = tagIds.flatMap((root) => withDescendants(tree, root).map((tag) => ({ root, tag })));
  const { rows } = await sql<CountRow>`SELECT below.root, record_tag.owner_type AS type,
      COUNT(DISTINCT record_tag.owner_id) AS count
    FROM JSON_TABLE(${JSON.stringify(pairs)}, '$[*]' COLUMNS (
      root CHAR(26) CHARACTER SET ascii COLLATE ascii_bin PATH '$.root',
      tag CHAR(26) CHARACTER SET ascii COLLATE ascii_bin PATH '$.tag')) AS below
    JOIN record_tag ON record_tag.tag_id = below.tag
    GROUP BY below.root, record_tag.owner_type`.execute(context.db);
  const countOf = (root: string, type: string): number =>
    rows.find((row) => row.root === root && row.type === type)?.count ?? 0;
  return tagIds.map((id) => ({ ticket: countOf(id, 'ticket'), customer: countOf(id, 'customer') }));
}

interface Removal {
  tagId: string;
  expectedVersion: number;
  confirmedRecords: number;
}

/** Locks the tree, has `onRecords` change the records that carry the tag, and removes it. */
async function remove(
  context: Context,
  { tagId, expectedVersion, confirmedRecords }: Removal,
  action: string,
  onRecords: (context: Context, tree: TagTree, tag: TagRow) => Promise<Record<string, unknown>>,
): Promise<string> {
  requirePermission(context.actor, 'tag.manage');
  return inTransaction(context, async (context) => {
    const tree = await lockTagTree(context);
    const tag = tagToChange(tree, tagId, expectedVersion);
    const [carriers] = await countRecords(context, tree, [tagId]);
    const records = (carriers?.ticket ?? 0) + (carriers?.customer ?? 0);
    requireConfirmed(tree, tag, records, confirmedRecords);
    const changes = await onRecords(context, tree, tag);
    await context.db.deleteFrom('recordTag').where('tagId', '=', tagId).execute();
    await context.db.deleteFrom('tag').where('id', '=', tagId).execute();
    await recordAudit(context, {
      action,
      subjectType: 'tag',
      subjectId: tagId,
      changes: { name: tag.name, records, ...changes },
    });
    return tagId;
  });
}

/**
 * Removes a tag from every record that carries it, and for good; the audit log keeps its name. Throws ConflictError where
 * tags stand below it, or another number of records carries it than was confirmed.
 */
export async function deleteTag(context: Context, input: z.input<typeof deleteTagInput>): Promise<string> {
  return remove(context, parseInput(deleteTagInput, input), 'tag.deleted', () => Promise.resolve({}));
}

/** Lets every record that carries a tag carry another instead, and removes it. Returns the other's id. Throws as deleting does. */
export async function mergeTag(context: Context, input: z.input<typeof mergeTagInput>): Promise<string> {
  requirePermission(context.actor, 'tag.manage');
  const { intoId, ...removal } = parseInput(mergeTagInput, input);
  if (intoId === removal.tagId) {
    throw ValidationError.at('intoId', 'same_tag', { en: 'Choose another tag.', zh: '请选择另一个标签。' });
  }
  await remove(context, removal, 'tag.merged', async (context, tree, tag) => {
    const into = tree.byId.get(intoId);
    if (!into) throw new NotFoundError('tag to merge into');
    await sql`INSERT IGNORE INTO record_tag (owner_id, tag_id, owner_type, since)
      SELECT owner_id, ${intoId}, owner_type, since FROM record_tag WHERE tag_id = ${tag.id}`.execute(context.db);
    return { into: { id: intoId, name: into.name } };
  });
  return intoId;
}
