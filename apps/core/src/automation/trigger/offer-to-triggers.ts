import { z } from 'zod';
import type { Context } from '../../platform/context.ts';
import { enqueue } from '../../platform/outbox.ts';
import type { Moved } from '../../ticket/append-event.ts';
import { awaitedEvents } from './load-triggers.ts';

const moved = z.object({
  status: z.object({ from: z.string(), to: z.string() }),
  left: z.array(z.string()),
  entered: z.array(z.string()),
});

/** What waits in the outbox for the triggers. */
export const triggerWork = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('event'),
    eventId: z.string(),
    depth: z.int(),
    rootId: z.string(),
    moved: moved.nullable(),
  }),
  z.object({ kind: z.literal('export'), jobId: z.string(), list: z.string(), count: z.int() }),
  /** Sets the timers of a trigger on the tickets that are there, some at a time. */
  z.object({ kind: z.literal('arm'), triggerId: z.string(), version: z.int(), after: z.string() }),
]);
export type TriggerWork = z.infer<typeof triggerWork>;

export const leaveForTriggers = (context: Context, key: string, work: TriggerWork): Promise<string> =>
  enqueue(context, { kind: 'trigger', key, payload: work });

interface Line {
  eventId: string;
  ticketId: string;
  moved: Moved | null;
}

/** Leaves a line of a ticket's history for the triggers, in its own transaction, if there are any. */
export async function offerToTriggers(context: Context, { eventId, ticketId, moved }: Line): Promise<void> {
  const awaited = await awaitedEvents(context);
  if (![...awaited].some((event) => event !== 'exported')) return;
  const { depth = 0, rootId = eventId } = context.cause ?? {};
  await leaveForTriggers(context, ticketId, { kind: 'event', eventId, depth, rootId, moved });
}

/** Leaves a finished export for the triggers, in its own transaction. */
export async function offerExport(context: Context, job: { id: string; list: string; count: number }): Promise<void> {
  if (!(await awaitedEvents(context)).has('exported')) return;
  await leaveForTriggers(context, job.id, { kind: 'export', jobId: job.id, list: job.list, count: job.count });
}
