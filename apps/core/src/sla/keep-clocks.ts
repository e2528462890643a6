import type { FlowEffect } from '../flow/flow-effect.ts';
import { isPeopleNode, nodeOf } from '../flow/flow-graph.ts';
import type { FlowState } from '../flow/flow-state.ts';
import type { Context } from '../platform/context.ts';
import { newId } from '../platform/id.ts';
import { startTimer, stopTimer, type TimerBook } from '../ticket/keep-timers.ts';
import type { TicketTypeDefinition } from '../ticket-type/ticket-type-definition.ts';
import { foldClock } from './clock.ts';
import { loadClocks, writeClocks, type StoredClock } from './clock-store.ts';
import { loadCalendar, type LoadedCalendar } from './load-calendar.ts';
import { nextInstants } from './next-instants.ts';
import type { SlaEntry } from './sla-entry.ts';
import { targetSecondsOf, type ClockKind } from './sla-policy.ts';
import { slaReasons } from './sla-reasons.ts';
import { finishClock, moveClock, pauseClock, resumeClock, startClock } from './write-clock.ts';

/** What is thought out before anything is written. */
interface Keeping {
  now: Date;
  definition: TicketTypeDefinition;
  calendar: LoadedCalendar;
  after: FlowState;
  clocks: StoredClock[];
}

/** What the clocks of a ticket say together, for lists. */
export interface SlaSummary {
  slaState: 'running' | 'paused' | 'breached' | 'met' | null;
  dueAt: Date | null;
}

function add(keeping: Keeping, clock: StoredClock, entry: SlaEntry | null): void {
  if (!entry) return;
  const longer = { ...clock, entries: [...clock.entries, entry] };
  keeping.clocks = keeping.clocks.map((one) => (one.id === clock.id ? longer : one));
}

function start(keeping: Keeping, kind: ClockKind, key: string, nodeId: string | null): void {
  const { now, definition, calendar, after } = keeping;
  const target = targetSecondsOf(definition.sla, kind, after.urgency, nodeId ?? undefined);
  if (target === null) return;
  const id = newId();
  const reason = kind === 'step' ? slaReasons.stepStarted : slaReasons.created;
  const entry = startClock(kind, id, now, target, calendar.definition, reason);
  keeping.clocks.push({ id, key, kind, nodeId, calendarId: calendar.id, entries: [entry] });
}

const find = (keeping: Keeping, key: string): StoredClock | undefined =>
  keeping.clocks.find((clock) => clock.key === key);

function finish(keeping: Keeping, key: string, type: 'met' | 'cancelled', reason: keyof typeof slaReasons): void {
  const clock = find(keeping, key);
  if (clock) add(keeping, clock, finishClock(clock.entries, keeping.now, type, slaReasons[reason]));
}

const finishedWork = new Set(['submitted', 'approved', 'rejected', 'finished', 'timed_out']);

function applyEffect(keeping: Keeping, effect: FlowEffect): void {
  if (effect.type === 'step_started' && isPeopleNode(nodeOf(keeping.definition.flow, effect.nodeId))) {
    start(keeping, 'step', `step:${effect.tokenId}`, effect.nodeId);
  }
  if (effect.type === 'step_finished') {
    const isDone = finishedWork.has(effect.outcome);
    finish(keeping, `step:${effect.tokenId}`, isDone ? 'met' : 'cancelled', isDone ? 'stepFinished' : 'stepLeft');
  }
  if (effect.type === 'first_response') finish(keeping, 'first_response', 'met', 'responded');
  if (effect.type === 'ticket_finished') {
    const isDone = effect.outcome === 'completed';
    finish(keeping, 'completion', isDone ? 'met' : 'cancelled', isDone ? 'completed' : 'cancelled');
    finish(keeping, 'first_response', isDone ? 'met' : 'cancelled', isDone ? 'completed' : 'cancelled');
  }
}

function pauseOrResume(keeping: Keeping): void {
  const { now, calendar, definition, after } = keeping;
  const pausing: readonly string[] = definition.sla.pausesIn;
  const isPaused = pausing.includes(after.status);
  for (const clock of keeping.clocks) {
    const reason = after.status === 'suspended' ? slaReasons.suspended : slaReasons.statusPaused;
    add(
      keeping,
      clock,
      isPaused
        ? pauseClock(clock.entries, now, calendar.definition, reason)
        : resumeClock(clock.entries, now, calendar.definition, slaReasons.resumed),
    );
  }
}

function move(keeping: Keeping): void {
  const { now, calendar, definition, after } = keeping;
  for (const clock of keeping.clocks) {
    const target = targetSecondsOf(definition.sla, clock.kind, after.urgency, clock.nodeId ?? undefined);
    if (target === null || target === foldClock(clock.entries)?.targetSeconds) continue;
    add(keeping, clock, moveClock(clock.entries, now, target, calendar.definition, slaReasons.urgency));
  }
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
  const keeping: Keeping = {
    now: context.now(),
    definition,
    after,
    calendar: await loadCalendar(context, definition.sla.calendar),
    clocks: before.revision === 0 ? [] : await loadClocks(context, [ticketId]),
  };
  const linesBefore = new Map(keeping.clocks.map((clock) => [clock.id, clock.entries.length]));
  if (before.revision === 0) {
    start(keeping, 'first_response', 'first_response', null);
    start(keeping, 'completion', 'completion', null);
  }
  for (const effect of effects) applyEffect(keeping, effect);
  if (before.urgency !== after.urgency && before.revision > 0) move(keeping);
  if (before.status !== after.status) pauseOrResume(keeping);
  const changed = keeping.clocks.filter(({ id, entries }) => linesBefore.get(id) !== entries.length);
  await writeClocks(context, ticketId, changed, linesBefore);
  timeClocks(timers, changed, definition.sla, keeping.calendar);
  return summarise(keeping.clocks);
}
