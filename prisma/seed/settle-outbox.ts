import { deliverNotification } from '@handoff/core/work/deliver-notification';
import type { Context } from '@handoff/core/platform/context';

const freshMs = 26 * 60 * 60 * 1000;

/**
 * What the played tickets left in the outbox is mostly of long ago: recent notifications are delivered as of then,
 * older ones dropped, and each open ticket's workflow is woken once.
 */
export async function settleOutbox(context: Context): Promise<void> {
  const rows = await context.db
    .selectFrom('outbox')
    .select(['id', 'kind', 'key', 'payload', 'createdAt'])
    .orderBy('id')
    .execute();
  const since = context.now().getTime() - freshMs;
  const lastWake = new Map(rows.filter((row) => row.kind === 'ticket').map((row) => [row.key, row.id]));
  const open = await context.db.selectFrom('ticket').select('id').where('isActive', '=', true).execute();
  const isOpen = new Set(open.map((ticket) => ticket.id));
  const done: string[] = [];
  for (const row of rows) {
    if (row.kind === 'ticket' && lastWake.get(row.key) === row.id && isOpen.has(row.key)) continue;
    done.push(row.id);
    if (row.kind !== 'notification' || row.createdAt.getTime() < since) continue;
    await deliverNotification({ ...context, now: () => row.createdAt }, row.payload);
  }
  if (done.length === 0) return;
  await context.db
    .updateTable('outbox')
    .set({ isPending: false, dispatchedAt: context.now() })
    .where('id', 'in', done)
    .execute();
}
