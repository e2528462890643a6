import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';

/** The tickets that were merged into this one, and into those. */
export async function mergedInto(context: Context, ticketId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`WITH RECURSIVE merged (id) AS (
      SELECT ticket_merge.ticket_id FROM ticket_merge
        WHERE ticket_merge.into_id = ${ticketId} AND ticket_merge.undone_at IS NULL
      UNION SELECT ticket_merge.ticket_id FROM ticket_merge
        INNER JOIN merged ON ticket_merge.into_id = merged.id WHERE ticket_merge.undone_at IS NULL)
    SELECT id FROM merged`.execute(context.db);
  return rows.map(({ id }) => id);
}

/** The ticket in which this one ended, the one in which that ended, and so on; the last one is where to go. */
export async function mergeTargets(context: Context, ticketId: string): Promise<string[]> {
  const targets: string[] = [];
  for (let id: string | undefined = ticketId; id && targets.length < 100;) {
    const merge: { intoId: string } | undefined = await context.db
      .selectFrom('ticketMerge')
      .select('intoId')
      .where('ticketId', '=', id)
      .where('undoneAt', 'is', null)
      .executeTakeFirst();
    if (merge) targets.push(merge.intoId);
    id = merge?.intoId;
  }
  return targets;
}
