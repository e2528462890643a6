import type { Context } from '../../platform/context.ts';
import { enqueue } from '../../platform/outbox.ts';
import { nextInBook, type TimerBook } from './keep-timers.ts';

/** A ticket with more time than this (ms) until something is due need not hurry to its workflow. */
const hurryMs = 120_000;
/** So long (ms) it is left alone, so that a burst of new tickets is over before their workflows begin. */
const restMs = 30_000;
/** Nor one of many that were changed together, with more time than this: the workflow engine has other work than them. */
const bulkHurryMs = 60 * 60_000;
/** For how long at most those are left alone. */
const longestRestMs = 10 * 60_000;
/** With less than this left (ms) they hurry all the same. */
const leftMs = 30 * 60_000;
/** A row for a ticket that has more time hurries at this age (ms). */
const patienceMs = 60_000;

/** As which kind of row a ticket waits for its workflow, and for how long (ms) nobody takes it up. */
function hurryOf(context: Context, untilMs: number) {
  if (context.bulk !== undefined && untilMs > bulkHurryMs)
    return { kind: 'ticket_of_many', rest: Math.min(longestRestMs, untilMs / 4) } as const;
  if (untilMs > hurryMs) return { kind: 'ticket_later', rest: restMs } as const;
  return { kind: 'ticket', rest: 0 } as const;
}

/** Leaves word for the ticket's workflow, in the caller's transaction, that it has to look by `wakeAt`. */
export async function enqueueWake(context: Context, ticketId: string, wakeAt: Date): Promise<void> {
  const now = context.now();
  const untilMs = wakeAt.getTime() - now.getTime();
  const { kind, rest } = hurryOf(context, untilMs);
  const availableAt = new Date(now.getTime() + rest);
  await enqueue(context, { kind, key: ticketId, payload: { wakeAt: wakeAt.toISOString() }, availableAt });
}

/** Whether a row that `enqueueWake` has left for later may still wait. */
export function mayWakeLater(row: { kind: string; payload: unknown; createdAt: Date }, now: Date): boolean {
  if (row.kind !== 'ticket_of_many') return now.getTime() - row.createdAt.getTime() < patienceMs;
  const { wakeAt } = row.payload as { wakeAt: string };
  return Date.parse(wakeAt) - now.getTime() > leftMs;
}

/** Leaves word for the ticket's workflow, in the caller's transaction, but only if it would sleep too long otherwise. */
export async function wakeWorkflow(context: Context, timers: TimerBook): Promise<void> {
  const { ticketId, wakeBefore } = timers;
  const wakeAfter = nextInBook(timers);
  if (!wakeAfter || (wakeBefore && wakeAfter >= wakeBefore)) return;
  await enqueueWake(context, ticketId, wakeAfter);
}
