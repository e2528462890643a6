import type { CalendarDefinition } from '../../calendar/calendar-definition.ts';
import { addServiceTime } from '../../calendar/service-time.ts';
import { elapsedSeconds, foldClock, instantAt } from './clock.ts';
import type { SlaEntry, SlaReason } from './sla-entry.ts';
import type { ClockKind } from '../policy/sla-policy.ts';

type MovedEntry = Extract<SlaEntry, { type: 'moved' }>;

/** The first line of a clock. */
export function startClock(
  clock: ClockKind,
  clockId: string,
  at: Date,
  targetSeconds: number,
  calendar: CalendarDefinition,
  reason: SlaReason,
): SlaEntry {
  return {
    clockId,
    clock,
    type: 'started',
    at,
    reason,
    targetSeconds,
    dueAt: addServiceTime(calendar, at, targetSeconds),
  };
}

/** The line that stops a running clock; null if it does not run. */
export function pauseClock(
  entries: readonly SlaEntry[],
  at: Date,
  calendar: CalendarDefinition,
  reason: SlaReason,
): SlaEntry | null {
  const state = foldClock(entries);
  if (state?.status !== 'running') return null;
  const remainingSeconds = state.targetSeconds - elapsedSeconds(entries, calendar, at);
  return { clockId: state.clockId, clock: state.clock, type: 'paused', at, reason, remainingSeconds };
}

/** The line that lets a paused clock run again: what was left is due from now on. Null if it is not paused. */
export function resumeClock(
  entries: readonly SlaEntry[],
  at: Date,
  calendar: CalendarDefinition,
  reason: SlaReason,
): SlaEntry | null {
  const state = foldClock(entries);
  if (state?.status !== 'paused') return null;
  const base = { clockId: state.clockId, clock: state.clock, at, reason };
  const resumed: SlaEntry = { ...base, type: 'resumed', dueAt: at };
  return { ...resumed, dueAt: instantAt([...entries, resumed], calendar, state.targetSeconds) ?? at };
}

/**
 * The line that gives a clock another target or another calendar (urgency, calendar or policy changed). The time that
 * has run stays run, so the new due time may be in the past. Null if the clock is finished.
 */
export function moveClock(
  entries: readonly SlaEntry[],
  at: Date,
  targetSeconds: number,
  calendar: CalendarDefinition,
  reason: SlaReason,
): SlaEntry | null {
  const state = foldClock(entries);
  if (state?.status !== 'running' && state?.status !== 'paused') return null;
  const dueAt = state.status === 'paused' ? null : instantAt(entries, calendar, targetSeconds);
  return moved(entries, state, calendar, { at, reason, targetSeconds, dueAt });
}

/** The line that grants an extension to a due time; the target becomes the service time until then. Null if the clock does not run. */
export function extendClock(
  entries: readonly SlaEntry[],
  at: Date,
  dueAt: Date,
  calendar: CalendarDefinition,
  reason: SlaReason,
): MovedEntry | null {
  const state = foldClock(entries);
  if (state?.status !== 'running') return null;
  const targetSeconds = Math.round(elapsedSeconds(entries, calendar, dueAt));
  return moved(entries, state, calendar, { at, reason, targetSeconds, dueAt });
}

function moved(
  entries: readonly SlaEntry[],
  { clockId, clock }: Pick<MovedEntry, 'clockId' | 'clock'>,
  calendar: CalendarDefinition,
  to: Pick<MovedEntry, 'at' | 'reason' | 'targetSeconds' | 'dueAt'>,
): MovedEntry {
  const remainingSeconds = to.targetSeconds - elapsedSeconds(entries, calendar, to.at);
  return { ...to, clockId, clock, type: 'moved', remainingSeconds };
}

/** The last line of a clock; null if it is finished already. */
export function finishClock(
  entries: readonly SlaEntry[],
  at: Date,
  type: 'met' | 'cancelled',
  reason: SlaReason,
): SlaEntry | null {
  const state = foldClock(entries);
  if (state?.status !== 'running' && state?.status !== 'paused') return null;
  return { clockId: state.clockId, clock: state.clock, type, at, reason };
}
