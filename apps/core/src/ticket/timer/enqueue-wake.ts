import type { Context } from '../../platform/context.ts';
import { enqueue } from '../../platform/outbox.ts';
import { nextInBook, type TimerBook } from './keep-timers.ts';

/** A ticket with more time than this (ms) until something is due need not hurry to its workflow. */
const hurryMs = 120_000;

/** Leaves word for the ticket's workflow, in the caller's transaction, that it has to look by `wakeAt`. */
export async function enqueueWake(context: Context, ticketId: string, wakeAt: Date): Promise<void> {
  const kind = wakeAt.getTime() - context.now().getTime() > hurryMs ? 'ticket_later' : 'ticket';
  await enqueue(context, { kind, key: ticketId, payload: { wakeAt: wakeAt.toISOString() } });
}

/** Leaves word for the ticket's workflow, in the caller's transaction, but only if it would sleep too long otherwise. */
export async function wakeWorkflow(context: Context, timers: TimerBook): Promise<void> {
  const { ticketId, wakeBefore } = timers;
  const wakeAfter = nextInBook(timers);
  if (!wakeAfter || (wakeBefore && wakeAfter >= wakeBefore)) return;
  await enqueueWake(context, ticketId, wakeAfter);
}
