import { sql, type RawBuilder } from 'kysely';
import { z } from 'zod';
import { may, requirePermission } from '../identity/actor.ts';
import type { Permission } from '../identity/permissions.ts';
import type { Context } from '../platform/context.ts';
import { ValidationError } from '../platform/errors.ts';
import { idOf } from '../platform/id.ts';

/** Who has something besides its owner. */
export const sharingSchema = z.enum(['nobody', 'groups', 'all']);
export type Sharing = z.infer<typeof sharingSchema>;

export const groupIds = z
  .array(idOf('ServiceGroup'))
  .max(50)
  .meta({ node: 'ServiceGroup', description: 'Of what is shared with groups: those.' });

/** What can be shared: its table, the table of the groups that have it, the column there, and the right to share. */
interface Shared {
  table: 'quick_reply' | 'macro';
  groups: 'quick_reply_group' | 'macro_group';
  key: 'reply_id' | 'macro_id';
  permission: Permission;
}

interface SharedRow {
  ownerId: string;
  sharing: string;
}

/** The rules of records that people keep for themselves, their groups or everybody. */
export function defineSharing({ table, groups, key, permission }: Shared) {
  /** The access rule: one's own, what all have, what a group of one's own has; with the right to share, all that is shared. */
  const inReach = ({ actor }: Context): RawBuilder<boolean> => {
    if (actor.kind === 'system') return sql`TRUE`;
    const column = (name: string): RawBuilder<unknown> => sql.ref(`${table}.${name}`);
    if (may(actor, permission))
      return sql`(${column('owner_id')} = ${actor.agentId} OR ${column('sharing')} <> 'nobody')`;
    const ofGroups = actor.groupIds.length
      ? sql`OR (${column('sharing')} = 'groups' AND ${column('id')} IN (SELECT ${sql.ref(key)} FROM ${sql.table(groups)}
          WHERE group_id IN (${sql.join([...actor.groupIds])})))`
      : sql``;
    return sql`(${column('owner_id')} = ${actor.agentId} OR ${column('sharing')} = 'all' ${ofGroups})`;
  };

  const mayChange = ({ actor }: Context, row: SharedRow): boolean =>
    row.sharing === 'nobody' ? row.ownerId === actor.agentId : may(actor, permission);

  /** Throws NotPermittedError without the right to share, ValidationError for groups that are not there. */
  const share = async (
    context: Context,
    id: string,
    before: Sharing,
    sharing: Sharing,
    asked: readonly string[],
  ): Promise<void> => {
    if (before === 'nobody' && sharing === 'nobody') return;
    requirePermission(context.actor, permission);
    const wanted = sharing === 'groups' ? [...new Set(asked)] : [];
    const found = wanted.length
      ? await context.db.selectFrom('serviceGroup').select('id').where('id', 'in', wanted).execute()
      : [];
    if (found.length < wanted.length || (sharing === 'groups' && wanted.length === 0)) {
      throw ValidationError.at('groupIds', 'unknown_group', {
        en: 'Choose the groups to share it with.',
        zh: '请选择要共享的服务组。',
      });
    }
    await sql`DELETE FROM ${sql.table(groups)} WHERE ${sql.ref(key)} = ${id}`.execute(context.db);
    for (const groupId of wanted) {
      await sql`INSERT INTO ${sql.table(groups)} (${sql.ref(key)}, group_id) VALUES (${id}, ${groupId})`.execute(
        context.db,
      );
    }
  };

  /** The groups that records are shared with, by the records' ids. */
  const groupsOf = async (context: Context, ids: readonly string[]): Promise<string[][]> => {
    const { rows } = await sql<{ id: string; groupId: string }>`SELECT ${sql.ref(key)} AS id, group_id AS groupId
      FROM ${sql.table(groups)} WHERE ${sql.ref(key)} IN (${sql.join([...ids])})`.execute(context.db);
    return ids.map((id) => rows.filter((row) => row.id === id).map(({ groupId }) => groupId));
  };

  return { inReach, mayChange, share, groupsOf, permission };
}
