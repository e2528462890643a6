import type { Context } from '../../platform/context.ts';
import { wakeWorkflow } from '../../ticket/timer/enqueue-wake.ts';
import { openTimers, writeTimers } from '../../ticket/timer/keep-timers.ts';
import { writeClocks, type StoredClock } from './clock-store.ts';
import { summarise, timeClocks } from './keep-clocks.ts';
import type { LoadedCalendar } from '../../calendar/load-calendar.ts';
import type { SlaPolicy } from '../policy/sla-policy.ts';

/**
 * Keeps what was added to a ticket's clocks outside its flow: their lines, their timers and what lists show. `before` and
 * `clocks` are all of the ticket's. Returns how many went on. Runs in a transaction that holds the ticket's lock.
 */
export async function keepMoves(
  context: Context,
  ticketId: string,
  policy: SlaPolicy,
  calendar: LoadedCalendar,
  before: readonly StoredClock[],
  clocks: readonly StoredClock[],
): Promise<number> {
  const linesBefore = new Map(before.map(({ id, entries }) => [id, entries.length]));
  const changed = clocks.filter(({ id, entries }) => linesBefore.get(id) !== entries.length);
  if (changed.length === 0) return 0;
  await writeClocks(context, ticketId, changed, linesBefore);
  const timers = await openTimers(context, { id: ticketId, isNew: false });
  timeClocks(timers, changed, policy, calendar);
  await writeTimers(context, timers);
  await wakeWorkflow(context, timers);
  await context.db
    .updateTable('ticket')
    .set({ ...summarise(clocks), updatedAt: context.now() })
    .where('id', '=', ticketId)
    .execute();
  return changed.length;
}
