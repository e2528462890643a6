import type { CalendarDefinition } from '../../calendar/calendar-definition.ts';
import type { StoredClock } from '../../sla/clock/clock-store.ts';
import { foldClock, instantAt, type ClockState } from '../../sla/clock/clock.ts';
import { nextInstants } from '../../sla/clock/next-instants.ts';
import type { ExtensionStart } from '../../sla/policy/extension-start.ts';
import type { SlaPolicy } from '../../sla/policy/sla-policy.ts';
import { slaReasons } from '../../sla/clock/sla-reasons.ts';
import { extendClock } from '../../sla/clock/write-clock.ts';

const hourSeconds = 3600;

/** A clock that a request of a step speaks of, while it runs. */
interface RunningClock {
  clock: StoredClock;
  state: ClockState & { dueAt: Date };
}

/** The running promises that more time for a step moves: the step's own, and those of the whole ticket. */
function runningClocks(clocks: readonly StoredClock[], tokenId: string): RunningClock[] {
  return clocks.flatMap((clock) => {
    if (clock.kind === 'step' && clock.key !== `step:${tokenId}`) return [];
    const state = foldClock(clock.entries);
    return state?.status === 'running' && state.dueAt ? [{ clock, state: { ...state, dueAt: state.dueAt } }] : [];
  });
}

/** When the step is due: the nearest of its running promises. Null if none runs. */
export function dueOf(clocks: readonly StoredClock[], tokenId: string): Date | null {
  const due = runningClocks(clocks, tokenId).map(({ state }) => state.dueAt.getTime());
  return due.length > 0 ? new Date(Math.min(...due)) : null;
}

/**
 * From when on more time may be asked for: a quarter of a promise, or its last hour, is left; or it is broken. Null if
 * no clock runs, or never.
 */
export function extensionOpensAt(
  clocks: readonly StoredClock[],
  tokenId: string,
  from: ExtensionStart,
  calendar: CalendarDefinition,
): Date | null {
  if (from === 'never') return null;
  const opens = runningClocks(clocks, tokenId).map(({ clock, state }) => {
    if (from === 'any_time') return state.startedAt.getTime();
    if (from === 'overdue') return state.dueAt.getTime();
    const seconds = Math.min(state.targetSeconds * 0.75, state.targetSeconds - hourSeconds);
    return (instantAt(clock.entries, calendar, seconds) ?? state.dueAt).getTime();
  });
  return opens.length > 0 ? new Date(Math.min(...opens)) : null;
}

/**
 * The ticket's clocks with more time granted to a step: each of its promises that is due earlier is due at `dueAt`, and
 * what the policy does before and after that comes again. The ledgers keep what was promised at first.
 */
export function extendClocks(
  clocks: readonly StoredClock[],
  tokenId: string,
  dueAt: Date,
  now: Date,
  policy: SlaPolicy,
  calendar: CalendarDefinition,
): StoredClock[] {
  const moving = new Map(
    runningClocks(clocks, tokenId)
      .filter(({ state }) => state.dueAt < dueAt)
      .map(({ clock, state }) => [clock.id, state]),
  );
  return clocks.map((clock) => {
    const state = moving.get(clock.id);
    const entry = state && extendClock(clock.entries, now, dueAt, calendar, slaReasons.extension);
    if (!entry) return clock;
    const again = nextInstants([...clock.entries, { ...entry, reopened: state.reached }], policy, calendar)
      .filter(({ key, at }) => state.reached.includes(key) && at > now)
      .map(({ key }) => key);
    return { ...clock, entries: [...clock.entries, { ...entry, reopened: again }] };
  });
}
