import { sql } from 'kysely';
import type { Context } from '../platform/context.ts';
import { inTransaction } from '../platform/transaction.ts';
import { mostChannels } from './notifier-channels.ts';
import { wakeNotifier } from './wake-notifier.ts';

/** Longer than any vendor's pace holds a delivery back that is due (ms). */
const overdueMs = 2 * 60_000;

/**
 * Leaves word for each active channel whose deliveries are overdue and that has no word waiting yet: its workflow is gone, as
 * after a restore without the workflow engine's data. Returns how many. One whose workflow is there after all looks once more.
 */
export async function wakeOverdueChannels(context: Context): Promise<number> {
  const before = new Date(context.now().getTime() - overdueMs);
  const overdue = await context.db
    .selectFrom('channel')
    .select('channel.id')
    .where('kind', '=', 'notifier')
    .where('isActive', '=', true)
    .where(({ and, not, exists, selectFrom }) =>
      and([
        exists(
          selectFrom('notificationDelivery')
            .select(sql`1`.as('one'))
            .whereRef('channelId', '=', 'channel.id')
            .where('nextAt', '<', before),
        ),
        not(
          exists(
            selectFrom('outbox')
              .select(sql`1`.as('one'))
              .where('outbox.kind', '=', 'notifier')
              .where('isPending', '=', true)
              .whereRef('key', '=', 'channel.id'),
          ),
        ),
      ]),
    )
    .limit(mostChannels)
    .execute();
  await inTransaction(context, async (context) => {
    for (const { id } of overdue) await wakeNotifier(context, id);
  });
  return overdue.length;
}
