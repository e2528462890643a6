import type { CalendarDefinition } from '../../calendar/calendar-definition.ts';
import { addServiceTime, serviceSecondsBetween } from '../../calendar/service-time.ts';
import type { SlaEntry } from './sla-entry.ts';
import type { ClockKind } from '../policy/sla-policy.ts';

export type ClockStatus = 'running' | 'paused' | 'met' | 'met_late' | 'cancelled';

export interface ClockState {
  clockId: string;
  clock: ClockKind;
  status: ClockStatus;
  isBreached: boolean;
  startedAt: Date;
  finishedAt: Date | null;
  targetSeconds: number;
  /** When the target runs out; null while the clock is paused. */
  dueAt: Date | null;
  /** The due time that was promised at the start. */
  originalDueAt: Date;
  /** Service seconds left when the clock was paused (negative once overdue); null while it runs. */
  remainingSeconds: number | null;
  pausedAt: Date | null;
  /** Reminders and rungs that are behind, by key. */
  reached: string[];
}

/** A stretch of a clock's life; `to` is null for the one that still lasts. */
export interface ClockPeriod {
  kind: 'running' | 'paused';
  from: Date;
  to: Date | null;
  entry: SlaEntry;
}

/** What the lines of one clock add up to; null before it was started. */
export function foldClock(entries: readonly SlaEntry[]): ClockState | null {
  const [first] = entries;
  if (first?.type !== 'started') return null;
  const { clockId, clock, at, targetSeconds, dueAt } = first;
  const started: ClockState = {
    clockId,
    clock,
    status: 'running',
    isBreached: false,
    startedAt: at,
    finishedAt: null,
    targetSeconds,
    dueAt,
    originalDueAt: dueAt,
    remainingSeconds: null,
    pausedAt: null,
    reached: [],
  };
  return entries.slice(1).reduce(addEntry, started);
}

function addEntry(state: ClockState, entry: SlaEntry): ClockState {
  switch (entry.type) {
    case 'started':
      return state;
    case 'paused':
      return { ...state, status: 'paused', dueAt: null, remainingSeconds: entry.remainingSeconds, pausedAt: entry.at };
    case 'resumed':
      return { ...state, status: 'running', dueAt: entry.dueAt, remainingSeconds: null, pausedAt: null };
    case 'moved': {
      const remainingSeconds = state.status === 'paused' ? entry.remainingSeconds : null;
      const isBreached = entry.remainingSeconds <= 0 && state.isBreached;
      const reached = state.reached.filter((key) => !entry.reopened?.includes(key));
      const { targetSeconds, dueAt } = entry;
      return { ...state, targetSeconds, dueAt, remainingSeconds, isBreached, reached };
    }
    case 'met': {
      const isLate = state.isBreached || (state.dueAt !== null && entry.at > state.dueAt);
      return { ...state, status: isLate ? 'met_late' : 'met', isBreached: isLate, finishedAt: entry.at };
    }
    case 'cancelled':
      return { ...state, status: 'cancelled', finishedAt: entry.at };
    case 'reopened':
      return { ...state, status: state.pausedAt ? 'paused' : 'running', finishedAt: null };
    case 'breached':
      return { ...state, isBreached: true };
    case 'approaching':
    case 'escalated':
      return { ...state, reached: [...state.reached, entry.key] };
  }
}

/** The stretches during which a clock ran and stood still, in order and without a gap. */
export function clockPeriods(entries: readonly SlaEntry[]): ClockPeriod[] {
  const periods: ClockPeriod[] = [];
  for (const entry of entries) {
    const last = periods.at(-1);
    if (entry.type === 'started' || entry.type === 'resumed' || entry.type === 'paused') {
      if (last) last.to = entry.at;
      periods.push({ kind: entry.type === 'paused' ? 'paused' : 'running', from: entry.at, to: null, entry });
    }
    if (entry.type === 'reopened' && last) last.to = null;
    if ((entry.type === 'met' || entry.type === 'cancelled') && last) last.to = entry.at;
  }
  return periods;
}

/** Seconds of service time that the clock has run by `now`. */
export function elapsedSeconds(entries: readonly SlaEntry[], calendar: CalendarDefinition, now: Date): number {
  return clockPeriods(entries)
    .filter((period) => period.kind === 'running' && period.from < now)
    .reduce((total, { from, to }) => total + serviceSecondsBetween(calendar, from, to && to < now ? to : now), 0);
}

/**
 * The instant at which the clock has run for `seconds` of service time, past or to come; null if it stands still before.
 * @throws NoServiceTimeError when the calendar never gets there.
 */
export function instantAt(entries: readonly SlaEntry[], calendar: CalendarDefinition, seconds: number): Date | null {
  let left = Math.max(0, seconds);
  for (const { kind, from, to } of clockPeriods(entries)) {
    if (kind === 'paused') continue;
    if (to === null) return addServiceTime(calendar, from, left);
    const length = serviceSecondsBetween(calendar, from, to);
    if (left <= length) return addServiceTime(calendar, from, left);
    left -= length;
  }
  return null;
}
