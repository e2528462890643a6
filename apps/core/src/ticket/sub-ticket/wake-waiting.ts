import type { Context } from '../../platform/context.ts';
import { parentsWaiting } from '../merge/where-merged.sql.ts';
import { enqueueWake } from '../timer/enqueue-wake.ts';

/** Lets tickets that wait for a sub-ticket's end, or are held by one, look at once. */
export async function lookAgain(context: Context, ticketIds: readonly string[]): Promise<void> {
  if (ticketIds.length === 0) return;
  const now = context.now();
  await context.db
    .updateTable('ticketTimer')
    .set({ fireAt: now })
    .where('ticketId', 'in', ticketIds)
    .where('kind', 'in', ['automatic', 'held'])
    .where('settledAt', 'is', null)
    .execute();
  for (const ticketId of ticketIds) await enqueueWake(context, ticketId, now);
}

/** A ticket has ended: its parent, and the parents of what was merged into it, look at once. */
export async function wakeWaiting(context: Context, ticketId: string): Promise<void> {
  await lookAgain(context, await parentsWaiting(context, ticketId));
}
