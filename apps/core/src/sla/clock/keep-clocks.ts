import type { FlowEffect } from '../../flow/flow-effect.ts';
import type { FlowState } from '../../flow/flow-state.ts';
import type { Context } from '../../platform/context.ts';
import { newId } from '../../platform/id.ts';
import { takeAhead } from '../../ticket/bulk/take-ahead.ts';
import { startTimer, stopTimer, type TimerBook } from '../../ticket/timer/keep-timers.ts';
import type { TicketTypeDefinition } from '../../ticket-type/ticket-type-definition.ts';
import type { TicketRow } from '../../ticket/ticket-access.ts';
import { holdPolicy, policyOf, readHeld, type HeldPolicy } from '../policy/hold-policy.ts';
import type { SlaPolicy } from '../policy/sla-policy.ts';
import { advanceClocks } from './advance-clocks.ts';
import { foldClock } from './clock.ts';
import { loadClocks, writeClocks, type StoredClock } from './clock-store.ts';
import { loadCalendar, type LoadedCalendar } from '../../calendar/load-calendar.ts';
import { nextInstants } from './next-instants.ts';
import type { PolicyCause } from './sla-reasons.ts';

/** What the clocks of a ticket say together, for lists. */
export interface SlaSummary {
  slaState: 'running' | 'paused' | 'breached' | 'met' | null;
  dueAt: Date | null;
}

/** One timer a clock, at the next thing that it will do. */
export function timeClocks(
  timers: TimerBook,
  clocks: readonly StoredClock[],
  policy: SlaPolicy,
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

/** What an event changed that made another policy hold. */
export function causeOfSwitch(
  held: HeldPolicy | null,
  now: HeldPolicy,
  before: FlowState,
  after: FlowState,
): PolicyCause | null {
  if (held === null || held.key === now.key) return null;
  if (before.urgency !== after.urgency) return 'urgency';
  return JSON.stringify(before.answers) === JSON.stringify(after.answers) ? 'customer' : 'answers';
}

/** What a ticket's row is to say after an event, and the calendar of the policy that holds. */
interface KeptClocks {
  columns: SlaSummary & { slaPolicy: string | null };
  calendar: LoadedCalendar;
}

/**
 * Keeps a ticket's clocks after an event: chooses the policy that holds, starts, stops, pauses, resumes and moves them, each with a line in the
 * ledger, and sets the timer of each to the next thing that it will do. Runs in the event's transaction.
 */
export async function keepClocks(
  context: Context,
  ticket: Pick<TicketRow, 'id' | 'customerId' | 'slaPolicy'>,
  timers: TimerBook,
  definition: TicketTypeDefinition,
  before: FlowState,
  after: FlowState,
  effects: readonly FlowEffect[],
): Promise<KeptClocks> {
  const held = await holdPolicy(context, definition, after, ticket.customerId);
  const switched = causeOfSwitch(readHeld(ticket.slaPolicy), held, before, after);
  const policy = policyOf(definition.sla, held);
  const calendar = await loadCalendar(context, policy.calendar);
  const ahead = before.revision === 0 ? [] : await takeAhead(context, ticket.id, 'clocks');
  const known = ahead ?? (await loadClocks(context, [ticket.id]));
  const linesBefore = new Map(known.map((clock) => [clock.id, clock.entries.length]));
  const now = context.now();
  const happened = { now, definition, policy, calendar, switched, before, after, effects };
  const clocks = advanceClocks({ ...happened, clocks: known, makeId: newId });
  const changed = clocks.filter(({ id, entries }) => linesBefore.get(id) !== entries.length);
  await writeClocks(context, ticket.id, changed, linesBefore);
  timeClocks(timers, changed, policy, calendar);
  const slaPolicy = definition.sla.policies.length > 1 ? JSON.stringify(held) : null;
  return { columns: { ...summarise(clocks), slaPolicy }, calendar };
}
