import { z } from 'zod';
import { isFinished } from '../../flow/flow-state.ts';
import type { Context } from '../../platform/context.ts';
import { enqueue } from '../../platform/outbox.ts';
import type { FieldChange, Moved } from '../../ticket/append-event.ts';
import type { TimerBook } from '../../ticket/timer/keep-timers.ts';
import { eventsOf } from './happening.ts';
import { isForType, keptTriggers, type LoadedTrigger } from './load-triggers.ts';
import type { TriggerEvent } from './trigger-event.ts';
import { isCountingAlready } from './trigger-timer.ts';

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

/** Leaves work for the triggers in the outbox, where nobody takes it up before `availableAt`. */
export const leaveForTriggers = (
  context: Context,
  key: string,
  work: TriggerWork,
  availableAt = context.now(),
): Promise<string> => enqueue(context, { kind: 'trigger', key, payload: work, availableAt });

interface Line {
  eventId: string;
  ticketId: string;
  /** Of the ticket, where it is known. */
  typeId?: string | undefined;
  kind: string;
  changes: readonly FieldChange[];
  moved: Moved | null;
  /** Those of the ticket, where they are known. */
  timers?: TimerBook | undefined;
}

/** Whether a trigger has something to do after these events: to answer, or to set or end its timer. */
function matters(trigger: LoadedTrigger, events: readonly TriggerEvent[], line: Line, depth: number): boolean {
  if (line.typeId !== undefined && !isForType(trigger, line.typeId)) return false;
  const { kind, since } = trigger.definition.on;
  if (kind !== 'time_since') return events.includes(kind);
  // A new ticket comes with these timers.
  if (events.includes('created')) return false;
  if (line.moved && isFinished({ status: line.moved.status.to })) return true;
  if (since !== 'updated') return events.includes(since);
  return depth > 0 || !isCountingAlready(line.timers, trigger.id);
}

/** Leaves a line of a ticket's history for the triggers, in its own transaction, if it matters to any. */
export async function offerToTriggers(context: Context, line: Line): Promise<void> {
  const { eventId, ticketId, kind, changes, moved } = line;
  const { depth = 0, rootId = eventId } = context.cause ?? {};
  const events = eventsOf(kind, changes, moved);
  if (!(await keptTriggers(context)).some((trigger) => matters(trigger, events, line, depth))) return;
  await leaveForTriggers(context, ticketId, { kind: 'event', eventId, depth, rootId, moved });
}

/** Leaves a finished export for the triggers, in its own transaction. */
export async function offerExport(context: Context, job: { id: string; list: string; count: number }): Promise<void> {
  if (!(await keptTriggers(context)).some(({ event }) => event === 'exported')) return;
  await leaveForTriggers(context, job.id, { kind: 'export', jobId: job.id, list: job.list, count: job.count });
}
