import type { FlowEffect } from '../flow/flow-effect.ts';
import { isPeopleNode, nodeOf } from '../flow/flow-graph.ts';
import type { FlowState } from '../flow/flow-state.ts';
import type { Context } from '../platform/context.ts';
import { newId } from '../platform/id.ts';
import { setTimer, settleTimer } from '../ticket/write-timers.ts';
import type { TicketTypeDefinition } from '../ticket-type/ticket-type-definition.ts';
import { foldClock } from './clock.ts';
import { addEntry, insertClock, loadClocks, type StoredClock } from './clock-store.ts';
import { loadCalendar, type LoadedCalendar } from './load-calendar.ts';
import { nextInstants } from './next-instants.ts';
import type { SlaEntry } from './sla-entry.ts';
import { targetSecondsOf, type ClockKind } from './sla-policy.ts';
import { slaReasons } from './sla-reasons.ts';
import { finishClock, moveClock, pauseClock, resumeClock, startClock } from './write-clock.ts';

interface Keeping {
  context: Context;
  ticketId: string;
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

async function add(keeping: Keeping, clock: StoredClock, entry: SlaEntry | null): Promise<void> {
  if (!entry) return;
  const written = await addEntry(keeping.context, keeping.ticketId, clock, entry);
  keeping.clocks = keeping.clocks.map((one) => (one.id === clock.id ? written : one));
}

async function start(keeping: Keeping, kind: ClockKind, key: string, nodeId: string | null): Promise<void> {
  const { context, definition, calendar, after } = keeping;
  const target = targetSecondsOf(definition.sla, kind, after.urgency, nodeId ?? undefined);
  if (target === null) return;
  const id = newId();
  const reason = kind === 'step' ? slaReasons.stepStarted : slaReasons.created;
  const entry = startClock(kind, id, context.now(), target, calendar.definition, reason);
  const clock: StoredClock = { id, key, kind, nodeId, calendarId: calendar.id, entries: [entry] };
  await insertClock(context, keeping.ticketId, clock);
  keeping.clocks.push(clock);
}

const find = (keeping: Keeping, key: string): StoredClock | undefined =>
  keeping.clocks.find((clock) => clock.key === key);

async function finish(
  keeping: Keeping,
  key: string,
  type: 'met' | 'cancelled',
  reason: keyof typeof slaReasons,
): Promise<void> {
  const clock = find(keeping, key);
  if (clock) await add(keeping, clock, finishClock(clock.entries, keeping.context.now(), type, slaReasons[reason]));
}

const finishedWork = new Set(['submitted', 'approved', 'rejected', 'finished', 'timed_out']);

async function applyEffect(keeping: Keeping, effect: FlowEffect): Promise<void> {
  if (effect.type === 'step_started' && isPeopleNode(nodeOf(keeping.definition.flow, effect.nodeId))) {
    await start(keeping, 'step', `step:${effect.tokenId}`, effect.nodeId);
  }
  if (effect.type === 'step_finished') {
    const isDone = finishedWork.has(effect.outcome);
    await finish(keeping, `step:${effect.tokenId}`, isDone ? 'met' : 'cancelled', isDone ? 'stepFinished' : 'stepLeft');
  }
  if (effect.type === 'first_response') await finish(keeping, 'first_response', 'met', 'responded');
  if (effect.type === 'ticket_finished') {
    const isDone = effect.outcome === 'completed';
    await finish(keeping, 'completion', isDone ? 'met' : 'cancelled', isDone ? 'completed' : 'cancelled');
    await finish(keeping, 'first_response', isDone ? 'met' : 'cancelled', isDone ? 'completed' : 'cancelled');
  }
}

async function pauseOrResume(keeping: Keeping): Promise<void> {
  const { context, calendar, definition, after } = keeping;
  const pausing: readonly string[] = definition.sla.pausesIn;
  const isPaused = pausing.includes(after.status);
  const now = context.now();
  for (const clock of keeping.clocks) {
    const reason = after.status === 'suspended' ? slaReasons.suspended : slaReasons.statusPaused;
    await add(
      keeping,
      clock,
      isPaused
        ? pauseClock(clock.entries, now, calendar.definition, reason)
        : resumeClock(clock.entries, now, calendar.definition, slaReasons.resumed),
    );
  }
}

async function move(keeping: Keeping): Promise<void> {
  const { context, calendar, definition, after } = keeping;
  for (const clock of keeping.clocks) {
    const target = targetSecondsOf(definition.sla, clock.kind, after.urgency, clock.nodeId ?? undefined);
    if (target === null || target === foldClock(clock.entries)?.targetSeconds) continue;
    await add(keeping, clock, moveClock(clock.entries, context.now(), target, calendar.definition, slaReasons.urgency));
  }
}

/** One timer a clock, at the next thing that it will do. */
export async function timeClock(
  context: Context,
  ticketId: string,
  clock: StoredClock,
  policy: TicketTypeDefinition['sla'],
  calendar: LoadedCalendar,
): Promise<void> {
  const key = `sla:${clock.id}`;
  const [next] = nextInstants(clock.entries, policy, calendar.definition);
  if (next) await setTimer(context, ticketId, { key, kind: 'sla', fireAt: next.at, payload: { clockId: clock.id } });
  else await settleTimer(context, ticketId, key, 'stopped');
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
  definition: TicketTypeDefinition,
  before: FlowState,
  after: FlowState,
  effects: readonly FlowEffect[],
): Promise<SlaSummary> {
  const keeping: Keeping = {
    context,
    ticketId,
    definition,
    after,
    calendar: await loadCalendar(context, definition.sla.calendar),
    clocks: before.revision === 0 ? [] : await loadClocks(context, [ticketId]),
  };
  const known = new Map(keeping.clocks.map((clock) => [clock.id, clock.entries.length]));
  if (before.revision === 0) {
    await start(keeping, 'first_response', 'first_response', null);
    await start(keeping, 'completion', 'completion', null);
  }
  for (const effect of effects) await applyEffect(keeping, effect);
  if (before.urgency !== after.urgency && before.revision > 0) await move(keeping);
  if (before.status !== after.status) await pauseOrResume(keeping);
  for (const clock of keeping.clocks) {
    if (known.get(clock.id) !== clock.entries.length) {
      await timeClock(context, ticketId, clock, definition.sla, keeping.calendar);
    }
  }
  return summarise(keeping.clocks);
}
