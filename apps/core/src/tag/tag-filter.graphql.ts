import { sql, type RawBuilder } from 'kysely';
import { builder } from '../graphql/builder.ts';
import { fromGlobalId } from '../graphql/global-id.ts';
import type { Context } from '../platform/context.ts';
import { loadTagTree, withDescendants } from './tag-tree.ts';

interface AskedTags {
  in?: readonly (string | number)[] | null;
  notIn?: readonly (string | number)[] | null;
  isEmpty?: boolean | null;
}

/** Which tags records carry, as a list asks for them. */
export const TagFilter = builder.inputRef<AskedTags>('TagFilter');
TagFilter.implement({
  description: 'A tag stands for those below it too.',
  fields: (t) => ({
    in: t.idList({ description: 'Carries any of these.' }),
    notIn: t.idList({ description: 'Carries none of these.' }),
    isEmpty: t.boolean({ description: 'Carries no tag at all.' }),
  }),
});

/** The condition of a tag filter on the records of a table, named by the column of their ids. */
export const tagCondition =
  (column: string) =>
  async (asked: AskedTags, context: Context): Promise<RawBuilder<boolean>> => {
    const tree = await loadTagTree(context);
    const carrying = (ids: readonly (string | number)[]): RawBuilder<boolean> => {
      const wanted = ids.flatMap((id) => withDescendants(tree, fromGlobalId('Tag', String(id)) ?? ''));
      if (wanted.length === 0) return sql`FALSE`;
      return sql`${sql.ref(column)} IN (SELECT record_tag.owner_id FROM record_tag WHERE record_tag.tag_id IN (${sql.join(wanted)}))`;
    };
    const any = sql`${sql.ref(column)} IN (SELECT record_tag.owner_id FROM record_tag)`;
    const parts = [
      ...(asked.in ? [carrying(asked.in)] : []),
      ...(asked.notIn ? [sql`NOT ${carrying(asked.notIn)}`] : []),
      ...(typeof asked.isEmpty === 'boolean' ? [asked.isEmpty ? sql`NOT ${any}` : any] : []),
    ];
    return parts.length ? sql`(${sql.join(parts, sql` AND `)})` : sql`TRUE`;
  };
