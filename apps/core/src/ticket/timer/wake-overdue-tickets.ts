import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { inTransaction } from '../../platform/transaction.ts';
import { enqueueWake } from './enqueue-wake.ts';

/** A timer that is later than this has nobody who looks (ms). */
const overdueMs = 60_000;
const mostAtOnce = 200;

/**
 * Leaves a wake-up for the dispatcher for each ticket whose timers are overdue and that has none yet: its workflow is
 * gone, as after a restore without the workflow engine's data. Returns how many. A ticket whose workflow is there after
 * all fires nothing twice, since each timer is settled with its effect.
 */
export async function wakeOverdueTickets(context: Context): Promise<number> {
  const before = new Date(context.now().getTime() - overdueMs);
  const overdue = await context.db
    .selectFrom('ticketTimer')
    .select('ticketId')
    .distinct()
    .where('settledAt', 'is', null)
    .where('fireAt', '<', before)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('outbox')
            .select(sql`1`.as('one'))
            .where('kind', 'in', ['ticket', 'ticket_later', 'ticket_of_many'])
            .where('isPending', '=', true)
            .whereRef('key', '=', 'ticketTimer.ticketId'),
        ),
      ),
    )
    .limit(mostAtOnce)
    .execute();
  await inTransaction(context, async (context) => {
    for (const { ticketId } of overdue) {
      await enqueueWake(context, ticketId, context.now());
    }
  });
  return overdue.length;
}
