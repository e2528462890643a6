import { z } from 'zod';
import type { Context } from '../../platform/context.ts';
import { insertRows } from '../../platform/insert-rows.sql.ts';
import { addWatchers } from '../watch/watch-ticket.ts';
import { whoMaySee } from '../who-may-see.sql.ts';
import { mergeTargets } from './merged-tickets.sql.ts';
import { LINK_RELATIONS, relationOf, toStored } from '../link/link-relations.ts';

const linkRow = z.object({
  id: z.string(),
  ticketId: z.string(),
  otherId: z.string(),
  kind: z.enum(LINK_RELATIONS),
  createdAt: z.coerce.date(),
  createdById: z.string().nullable(),
});

/** What went over from a merged ticket: enough to give it back. */
export const movedSchema = z.object({
  /** Its links as they were; those that the other ticket had already are among them. */
  links: z.array(linkRow).default([]),
  childIds: z.array(z.string()).default([]),
  /** Who came to watch the other ticket. */
  watcherIds: z.array(z.string()).default([]),
});
export type Moved = z.infer<typeof movedSchema>;

const linksOf = async (context: Context, ticketId: string): Promise<Moved['links']> => {
  const rows = await context.db
    .selectFrom('ticketLink')
    .select(['id', 'ticketId', 'otherId', 'kind', 'createdAt', 'createdById'])
    .where((eb) => eb.or([eb('ticketId', '=', ticketId), eb('otherId', '=', ticketId)]))
    .forUpdate()
    .execute();
  return z.array(linkRow).parse(rows);
};

/** Gives a merged ticket's links and sub-tickets to the other one. Both must be locked. */
export async function moveAlong(context: Context, ticketId: string, intoId: string): Promise<Moved> {
  const between = (link: Moved['links'][number]) => link.ticketId === intoId || link.otherId === intoId;
  // Where a ticket was split from which stays with the two.
  const links = (await linksOf(context, ticketId)).filter((link) => !between(link) && link.kind !== 'split_from');
  if (links.length > 0) {
    const moved = links.map((link) => {
      const other = link.ticketId === ticketId ? link.otherId : link.ticketId;
      return { ...link, ...toStored(intoId, relationOf(link, ticketId), other) };
    });
    await context.db
      .deleteFrom('ticketLink')
      .where(
        'id',
        'in',
        links.map(({ id }) => id),
      )
      .execute();
    const known = await linksOf(context, intoId);
    const isNew = (link: Moved['links'][number]) =>
      !known.some(
        (one) =>
          one.kind === link.kind &&
          [one.ticketId, one.otherId].toSorted().join() === [link.ticketId, link.otherId].toSorted().join(),
      );
    await insertRows(context, 'ticketLink', moved.filter(isNew), 'ignore');
  }
  const children = await context.db
    .selectFrom('ticket')
    .select('id')
    .where('parentId', '=', ticketId)
    .where('id', '<>', intoId)
    .execute();
  const childIds = children.map(({ id }) => id);
  await giveChildren(context, childIds, ticketId, intoId);
  return { links, childIds, watcherIds: await bringWatchers(context, ticketId, intoId) };
}

async function giveLinksBack(context: Context, ticketId: string, intoId: string, links: Moved['links']): Promise<void> {
  if (links.length === 0) return;
  const present = await linksOf(context, intoId);
  const restored: Moved['links'] = [];
  for (const link of links) {
    const relation = relationOf(link, ticketId);
    const before = link.ticketId === ticketId ? link.otherId : link.ticketId;
    const other = (await mergeTargets(context, before)).at(-1) ?? before;
    const { kind, ...ends } = toStored(intoId, relation, other);
    const isThere = present.some(
      (one) => one.kind === kind && one.ticketId === ends.ticketId && one.otherId === ends.otherId,
    );
    if (isThere && other !== ticketId) restored.push({ ...link, ...toStored(ticketId, relation, other) });
  }
  const ids = links.map(({ id }) => id);
  await context.db.deleteFrom('ticketLink').where('id', 'in', ids).execute();
  await insertRows(context, 'ticketLink', restored, 'ignore');
}

/** Lets those who watch the merged ticket watch the other one, if they may see it. Returns who did not watch it before. */
async function bringWatchers(context: Context, ticketId: string, intoId: string): Promise<string[]> {
  const watchersOf = async (id: string): Promise<string[]> => {
    const rows = await context.db.selectFrom('ticketWatcher').select('agentId').where('ticketId', '=', id).execute();
    return rows.map(({ agentId }) => agentId);
  };
  const known = await watchersOf(intoId);
  const coming = (await watchersOf(ticketId)).filter((id) => !known.includes(id));
  const able = await whoMaySee(context, intoId, coming);
  await addWatchers(context, intoId, able);
  return able;
}

/**
 * Gives back what went over. A link that somebody took away meanwhile stays away; one to a ticket that was merged since
 * leads to where that goes on.
 */
export async function moveBack(context: Context, ticketId: string, intoId: string, moved: Moved): Promise<void> {
  await giveLinksBack(context, ticketId, intoId, moved.links);
  await giveChildren(context, moved.childIds, intoId, ticketId);
  if (moved.watcherIds.length === 0) return;
  await context.db
    .deleteFrom('ticketWatcher')
    .where('ticketId', '=', intoId)
    .where('agentId', 'in', moved.watcherIds)
    .execute();
}

async function giveChildren(context: Context, childIds: readonly string[], from: string, to: string): Promise<void> {
  if (childIds.length === 0) return;
  await context.db
    .updateTable('ticket')
    .set({ parentId: to })
    .where('id', 'in', childIds)
    .where('parentId', '=', from)
    .execute();
}
