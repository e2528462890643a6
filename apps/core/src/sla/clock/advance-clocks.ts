import type { FlowEffect } from '../../flow/flow-effect.ts';
import { isPeopleNode, nodeOf } from '../../flow/flow-graph.ts';
import { isFinished, type FlowState } from '../../flow/flow-state.ts';
import type { TicketTypeDefinition } from '../../ticket-type/ticket-type-definition.ts';
import { foldClock } from './clock.ts';
import type { StoredClock } from './clock-store.ts';
import type { LoadedCalendar } from '../../calendar/load-calendar.ts';
import type { SlaEntry } from './sla-entry.ts';
import { targetSecondsOf, type ClockKind, type SlaPolicy } from '../policy/sla-policy.ts';
import { NO_PROMISE, slaReasons, type PolicyCause } from './sla-reasons.ts';
import { switchPolicy } from './switch-policy.ts';
import { finishClock, moveClock, pauseClock, resumeClock, startClock } from './write-clock.ts';

/** What an event did to a ticket, and the clocks as they were before it. */
export interface ClockEvent {
  now: Date;
  definition: TicketTypeDefinition;
  /** The policy that holds after the event, and its calendar. */
  policy: SlaPolicy;
  calendar: LoadedCalendar;
  /** What made it hold in place of another one; null if it held before. */
  switched: PolicyCause | null;
  before: FlowState;
  after: FlowState;
  effects: readonly FlowEffect[];
  clocks: readonly StoredClock[];
  /** Gives each new clock its id. */
  makeId: () => string;
}

type Keeping = Pick<ClockEvent, 'now' | 'definition' | 'policy' | 'calendar' | 'after' | 'makeId'> & {
  clocks: StoredClock[];
};

/**
 * The clocks of a ticket after an event: started, stopped, paused, resumed and moved, each with a line in its ledger.
 * Nothing is read or written.
 */
export function advanceClocks({ before, effects, clocks, switched, ...event }: ClockEvent): StoredClock[] {
  const keeping: Keeping = { ...event, clocks: [...clocks] };
  if (before.revision === 0) {
    start(keeping, 'first_response', 'first_response', null);
    start(keeping, 'completion', 'completion', null);
  }
  // What the event ends is judged by the policy that it was promised under.
  for (const effect of effects) applyEffect(keeping, effect);
  const isSwitched = switched !== null && before.revision > 0 && !isFinished(event.after);
  if (isSwitched) keeping.clocks = switchPolicy({ ...event, clocks: keeping.clocks, cause: switched });
  else if (before.urgency !== event.after.urgency && before.revision > 0) move(keeping);
  if (isSwitched || before.status !== event.after.status) pauseOrResume(keeping);
  return keeping.clocks;
}

function add(keeping: Keeping, clock: StoredClock, entry: SlaEntry | null): void {
  if (!entry) return;
  const longer = { ...clock, entries: [...clock.entries, entry] };
  keeping.clocks = keeping.clocks.map((one) => (one.id === clock.id ? longer : one));
}

function start(keeping: Keeping, kind: ClockKind, key: string, nodeId: string | null): void {
  const { now, policy, calendar, after } = keeping;
  const target = targetSecondsOf(policy, kind, after.urgency, nodeId ?? undefined);
  if (target === null) return;
  const id = keeping.makeId();
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
  if (effect.type === 'ticket_reopened') reopen(keeping);
  if (effect.type === 'first_response') finish(keeping, 'first_response', 'met', 'responded');
  if (effect.type === 'ticket_finished') {
    const isDone = effect.outcome === 'completed';
    finish(keeping, 'completion', isDone ? 'met' : 'cancelled', isDone ? 'completed' : 'cancelled');
    finish(keeping, 'first_response', isDone ? 'met' : 'cancelled', isDone ? 'completed' : 'cancelled');
  }
}

/** The clocks that ended with the ticket's cancellation go on; those of steps that had ended before stay. */
function reopen(keeping: Keeping): void {
  const back = new Set(keeping.after.tokens.map(({ id }) => `step:${id}`));
  for (const clock of keeping.clocks) {
    if (clock.kind === 'step' && !back.has(clock.key)) continue;
    const last = clock.entries.at(-1);
    if (last?.type !== 'cancelled' || last.reason.code === NO_PROMISE) continue;
    const { id: clockId, kind } = clock;
    add(keeping, clock, { clockId, clock: kind, type: 'reopened', at: keeping.now, reason: slaReasons.reopened });
  }
}

function pauseOrResume(keeping: Keeping): void {
  const { now, calendar, policy, after } = keeping;
  const pausing: readonly string[] = policy.pausesIn;
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
  const { now, calendar, policy, after } = keeping;
  for (const clock of keeping.clocks) {
    const target = targetSecondsOf(policy, clock.kind, after.urgency, clock.nodeId ?? undefined);
    if (target === null || target === foldClock(clock.entries)?.targetSeconds) continue;
    add(keeping, clock, moveClock(clock.entries, now, target, calendar.definition, slaReasons.urgency));
  }
}
