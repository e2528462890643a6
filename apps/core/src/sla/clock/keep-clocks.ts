import type { FlowEffect } from '../../flow/flow-effect.ts';
import type { FlowState } from '../../flow/flow-state.ts';
import type { Context } from '../../platform/context.ts';
import { newId } from '../../platform/id.ts';
import { startTimer, stopTimer, type TimerBook } from '../../ticket/timer/keep-timers.ts';
import type { TicketTypeDefinition } from '../../ticket-type/ticket-type-definition.ts';
import { advanceClocks } from './advance-clocks.ts';
import { foldClock } from './clock.ts';
import { loadClocks, writeClocks, type StoredClock } from './clock-store.ts';
import { loadCalendar, type LoadedCalendar } from '../policy/load-calendar.ts';
import { nextInstants } from './next-instants.ts';

/** What the clocks of a ticket say together, for lists. */
export interface SlaSummary {
  slaState: 'running' | 'paused' | 'breached' | 'met' | null;
  dueAt: Date | null;
}

/** One timer a clock, at the next thing that it will do. */
export function timeClocks(
  timers: TimerBook,
  clocks: readonly StoredClock[],
  policy: TicketTypeDefinition['sla'],
  calendar: LoadedCalendar,
): void {
  for (const { id, entries } of clocks) {
    const key = `sla:${id}`;
    const [next] = nextInstants(entries, policy, calendar.definition);
    if (next) startTimer(timers, { key, kind: 'sla', fireAt: next.at, payload: { clockId: id } });
    else stopTimer(timers, key);
  }
}

/** What lists show: the nearest due time, and the worst that any clock says. */
export function summarise(clocks: readonly StoredClock[]): SlaSummary {
  const states = clocks.flatMap((clock) => foldClock(clock.entries) ?? []);
  const open = states.filter((state) => state.status === 'running' || state.status === 'paused');
  if (open.length === 0) return { slaState: states.length ? 'met' : null, dueAt: null };
  const due = open.flatMap((state) => (state.dueAt ? [state.dueAt.getTime()] : []));
  const dueAt = due.length ? new Date(Math.min(...due)) : null;
  if (open.some((state) => state.isBreached)) return { slaState: 'breached', dueAt };
  return { slaState: open.every((state) => state.status === 'paused') ? 'paused' : 'running', dueAt };
}

/**
 * Keeps a ticket's clocks after an event: starts, stops, pauses, resumes and moves them, each with a line in the
 * ledger, and sets the timer of each to the next thing that it will do. Runs in the event's transaction.
 */
export async function keepClocks(
  context: Context,
  ticketId: string,
  timers: TimerBook,
  definition: TicketTypeDefinition,
  before: FlowState,
  after: FlowState,
  effects: readonly FlowEffect[],
): Promise<SlaSummary> {
  const calendar = await loadCalendar(context, definition.sla.calendar);
  const known = before.revision === 0 ? [] : await loadClocks(context, [ticketId]);
  const linesBefore = new Map(known.map((clock) => [clock.id, clock.entries.length]));
  const now = context.now();
  const clocks = advanceClocks({ now, definition, calendar, before, after, effects, clocks: known, makeId: newId });
  const changed = clocks.filter(({ id, entries }) => linesBefore.get(id) !== entries.length);
  await writeClocks(context, ticketId, changed, linesBefore);
  timeClocks(timers, changed, definition.sla, calendar);
  return summarise(clocks);
}
