import { sql, type RawBuilder, type Selectable } from 'kysely';
import type { DB } from '@handoff/prisma';
import { may } from '../identity/actor.ts';
import { inOrderOf } from '../identity/identity-loaders.ts';
import type { Context } from '../platform/context.ts';
import { NotFoundError, NotPermittedError } from '../platform/errors.ts';

export type SavedViewRow = Selectable<DB['savedView']>;

/**
 * The access rule of saved views, as a condition on table `saved_view`: one's own, those shared with everybody, and
 * those shared with a group of one's own. What a view shows is a matter of its rows: each passes their own access rule.
 */
export function viewsInReach({ actor }: Context): RawBuilder<boolean> {
  if (actor.kind === 'system') return sql`TRUE`;
  const groups = actor.groupIds.length
    ? sql`OR (saved_view.sharing = 'groups' AND saved_view.id IN (SELECT saved_view_group.view_id FROM saved_view_group
        WHERE saved_view_group.group_id IN (${sql.join([...actor.groupIds])})))`
    : sql``;
  return sql`(saved_view.owner_id = ${actor.agentId} OR saved_view.sharing = 'all' ${groups})`;
}

export async function loadVisibleViews(context: Context, ids: readonly string[]): Promise<(SavedViewRow | null)[]> {
  const query = context.db.selectFrom('savedView').selectAll().where('id', 'in', ids);
  return inOrderOf(ids, await query.where(viewsInReach(context)).execute());
}

/** One's own, and what is shared by those who may share. */
export const mayChangeView = ({ actor }: Context, view: Pick<SavedViewRow, 'ownerId' | 'sharing'>): boolean =>
  view.ownerId === actor.agentId || (view.sharing !== 'nobody' && may(actor, 'view.share'));

/** Locks a view that the caller may change. Throws NotFoundError, NotPermittedError. Must run inside a transaction. */
export async function lockView(context: Context, viewId: string): Promise<SavedViewRow> {
  const [visible] = await loadVisibleViews(context, [viewId]);
  if (!visible) throw new NotFoundError('saved view');
  if (!mayChangeView(context, visible)) throw new NotPermittedError('view.share');
  const view = await context.db
    .selectFrom('savedView')
    .selectAll()
    .where('id', '=', viewId)
    .forUpdate()
    .executeTakeFirst();
  if (!view) throw new NotFoundError('saved view');
  return view;
}
