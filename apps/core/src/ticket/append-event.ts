import { offerToTriggers } from '../automation/trigger/offer-to-triggers.ts';
import type { Context } from '../platform/context.ts';
import { newId } from '../platform/id.ts';
import { insertLater } from '../platform/insert-rows.sql.ts';
import type { TimerBook } from './timer/keep-timers.ts';

/** A field that an event changed. */
export interface FieldChange {
  field: string;
  from: unknown;
  to: unknown;
}

/** What an event did to a ticket's status and steps. */
export interface Moved {
  status: { from: string; to: string };
  /** The nodes that were left and entered. */
  left: string[];
  entered: string[];
}

/** What is written into a ticket's history. */
export interface TicketEventInput {
  kind: string;
  actorId: string | null;
  nodeId?: string | null;
  body?: string | null;
  /** What the interpreter was given; absent for what does not move the flow. */
  input?: unknown;
  changes?: FieldChange[];
  trace?: unknown;
  /** The ticket's type, where it is known: triggers of other types need not look. */
  typeId?: string;
  /** Where the flow went, for what is set off by it. */
  moved?: Moved;
  /** The ticket's timers, where they have been read. */
  timers?: TimerBook;
}

/** Appends to a ticket's history under the number that the caller, who holds the ticket's lock, has given it. */
export async function appendEvent(
  context: Context,
  ticketId: string,
  sequence: number,
  event: TicketEventInput,
): Promise<string> {
  const id = newId();
  const ahead = context.bulk?.get(ticketId);
  if (ahead) ahead.ticket = undefined;
  await insertLater(context, 'ticketEvent', [
    {
      id,
      ticketId,
      sequence,
      kind: event.kind,
      actorId: event.actorId,
      nodeId: event.nodeId ?? null,
      body: event.body ?? null,
      input: event.input === undefined ? null : JSON.stringify(event.input),
      changes: JSON.stringify(event.changes ?? []),
      trace: event.trace === undefined ? null : JSON.stringify(event.trace),
      cause: context.cause ? JSON.stringify(context.cause) : null,
      at: context.now(),
    },
  ]);
  const { kind, changes = [], moved = null, timers, typeId } = event;
  await offerToTriggers(context, { eventId: id, ticketId, typeId, kind, changes, moved, timers });
  return id;
}
