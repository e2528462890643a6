import type { Context } from '../../platform/context.ts';
import { enqueue } from '../../platform/outbox.ts';
import { nextInBook, type TimerBook } from './keep-timers.ts';

/** A ticket with more time than this (ms) until something is due need not hurry to its workflow. */
const hurryMs = 120_000;
/** For how long at most the workflows of many tickets that were changed together wait, so that the changes come first. */
const longestRestMs = 600_000;

/** Leaves word for the ticket's workflow, in the caller's transaction, that it has to look by `wakeAt`. */
export async function enqueueWake(context: Context, ticketId: string, wakeAt: Date): Promise<void> {
  const now = context.now();
  const leftMs = wakeAt.getTime() - now.getTime();
  const kind = leftMs > hurryMs ? 'ticket_later' : 'ticket';
  const restMs = context.bulk && kind === 'ticket_later' ? Math.min(longestRestMs, leftMs / 4) : 0;
  const availableAt = new Date(now.getTime() + restMs);
  await enqueue(context, { kind, key: ticketId, payload: { wakeAt: wakeAt.toISOString() }, availableAt });
}

/** Leaves word for the ticket's workflow, in the caller's transaction, but only if it would sleep too long otherwise. */
export async function wakeWorkflow(context: Context, timers: TimerBook): Promise<void> {
  const { ticketId, wakeBefore } = timers;
  const wakeAfter = nextInBook(timers);
  if (!wakeAfter || (wakeBefore && wakeAfter >= wakeBefore)) return;
  await enqueueWake(context, ticketId, wakeAfter);
}
