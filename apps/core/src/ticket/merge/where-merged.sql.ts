import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { mergeTargets } from './merged-tickets.sql.ts';

/** An open ticket. */
export interface OpenTicket {
  id: string;
  number: string;
}

/** Whether a ticket is another one, or waits for it: as its sub-ticket, or where such a one was merged. */
async function waitsFor(context: Context, ticketId: string, otherId: string): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`WITH RECURSIVE awaited (id) AS (
      SELECT CAST(${ticketId} AS CHAR(26) CHARACTER SET ascii) COLLATE ascii_bin
      UNION SELECT CASE WHEN next.way = 'child' THEN child.id ELSE ticket_merge.into_id END
        FROM awaited
        CROSS JOIN (SELECT 'child' AS way UNION ALL SELECT 'merge') AS next
        LEFT JOIN ticket AS child ON next.way = 'child' AND child.parent_id = awaited.id
        LEFT JOIN ticket_merge ON next.way = 'merge' AND ticket_merge.ticket_id = awaited.id
          AND ticket_merge.undone_at IS NULL
        WHERE CASE WHEN next.way = 'child' THEN child.id ELSE ticket_merge.into_id END IS NOT NULL)
    SELECT id FROM awaited WHERE id = ${otherId} LIMIT 1`.execute(context.db);
  return rows.length > 0;
}

/**
 * The open ticket in which a merged sub-ticket goes on, for which its parent waits in its stead; null if it was not
 * merged, if that has ended too, or if that one waits for the parent itself, as neither would ever go on.
 */
export async function goesOnIn(context: Context, childId: string, parentId: string): Promise<OpenTicket | null> {
  const targetId = (await mergeTargets(context, childId)).at(-1);
  if (!targetId) return null;
  const target = await context.db
    .selectFrom('ticket')
    .select(['id', 'number'])
    .where('id', '=', targetId)
    .where('isActive', '=', true)
    .executeTakeFirst();
  if (!target || (await waitsFor(context, targetId, parentId))) return null;
  return target;
}

/** The parents of a ticket and of all that were merged into it: who may wait for its end. */
export async function parentsWaiting(context: Context, ticketId: string): Promise<string[]> {
  const { rows } = await sql<{ parentId: string }>`WITH RECURSIVE merged (id) AS (
      SELECT CAST(${ticketId} AS CHAR(26) CHARACTER SET ascii) COLLATE ascii_bin
      UNION SELECT ticket_merge.ticket_id FROM ticket_merge
        INNER JOIN merged ON ticket_merge.into_id = merged.id WHERE ticket_merge.undone_at IS NULL)
    SELECT DISTINCT ticket.parent_id AS parentId FROM merged INNER JOIN ticket ON ticket.id = merged.id
      WHERE ticket.parent_id IS NOT NULL AND ticket.parent_id <> ${ticketId}`.execute(context.db);
  return rows.map(({ parentId }) => parentId);
}
