import { isPeopleNode, nodeOf } from '../../flow/flow-graph.ts';
import type { LoadedCalendar } from '../../calendar/load-calendar.ts';
import { targetSecondsOf, type ClockKind } from '../policy/sla-policy.ts';
import type { ClockEvent } from './advance-clocks.ts';
import { foldClock } from './clock.ts';
import type { StoredClock } from './clock-store.ts';
import { nextInstants } from './next-instants.ts';
import type { SlaEntry, SlaReason } from './sla-entry.ts';
import { NO_PROMISE, noPromiseReason, policyReason, type PolicyCause } from './sla-reasons.ts';
import { finishClock, moveClock, startClock } from './write-clock.ts';

type Switch = Pick<ClockEvent, 'now' | 'definition' | 'policy' | 'calendar' | 'after' | 'makeId'> & {
  clocks: readonly StoredClock[];
  cause: PolicyCause;
};

/**
 * The clocks of a ticket for which another policy holds now, each with the line that says so. What runs counts from its
 * beginning, in the new policy's service time; what that does not promise ends; what only it promises begins now, or goes
 * on where it had ended so. Finished clocks stay as they are.
 */
export function switchPolicy(change: Switch): StoredClock[] {
  const { policy, cause, after } = change;
  const [holds, ends] = [policyReason(policy.name, cause), noPromiseReason(policy.name, cause)];
  const promised = promisesOf(change);
  const kept = change.clocks.map((clock) => {
    const target = targetSecondsOf(policy, clock.kind, after.urgency, clock.nodeId ?? undefined);
    const back =
      target !== null && promised.some(({ key }) => key === clock.key) ? takenUp(clock, change, holds) : clock;
    return target === null
      ? longer(clock, finishClock(clock.entries, change.now, 'cancelled', ends))
      : moved(back, target, change, holds);
  });
  const begun = promised.flatMap((promise) =>
    kept.some(({ key }) => key === promise.key) ? [] : begin(promise, change, holds),
  );
  return [...kept, ...begun];
}

interface Promised {
  kind: ClockKind;
  key: string;
  nodeId: string | null;
}

/** What can be promised of a ticket as it is now. */
function promisesOf({ after, definition }: Switch): Promised[] {
  const steps = after.tokens.filter(({ nodeId }) => isPeopleNode(nodeOf(definition.flow, nodeId)));
  return [
    ...(after.firstResponseAt === null
      ? [{ kind: 'first_response' as const, key: 'first_response', nodeId: null }]
      : []),
    { kind: 'completion', key: 'completion', nodeId: null },
    ...steps.map(({ id, nodeId }) => ({ kind: 'step' as const, key: `step:${id}`, nodeId })),
  ];
}

const longer = (clock: StoredClock, entry: SlaEntry | null): StoredClock =>
  entry ? { ...clock, entries: [...clock.entries, entry] } : clock;

/** A clock that had ended because a policy did not promise it goes on. */
function takenUp(clock: StoredClock, { now }: Switch, reason: SlaReason): StoredClock {
  const last = clock.entries.at(-1);
  if (last?.type !== 'cancelled' || last.reason.code !== NO_PROMISE) return clock;
  return longer(clock, { clockId: clock.id, clock: clock.kind, type: 'reopened', at: now, reason });
}

function moved(clock: StoredClock, target: number, change: Switch, reason: SlaReason): StoredClock {
  const { now, policy, calendar } = change;
  const entry = moveClock(clock.entries, now, target, calendar.definition, reason);
  if (entry?.type !== 'moved') return clock;
  const reached = foldClock(clock.entries)?.reached ?? [];
  // Reminders of the same name that the new policy has only ahead come again.
  const reopened = nextInstants([...clock.entries, { ...entry, reopened: reached }], policy, calendar.definition)
    .filter(({ key, at }) => reached.includes(key) && at > now)
    .map(({ key }) => key);
  return { ...longer(clock, { ...entry, reopened }), calendarId: calendar.id };
}

function begin({ kind, key, nodeId }: Promised, change: Switch, reason: SlaReason): StoredClock[] {
  const { now, policy, after, makeId } = change;
  const calendar: LoadedCalendar = change.calendar;
  const target = targetSecondsOf(policy, kind, after.urgency, nodeId ?? undefined);
  if (target === null) return [];
  const id = makeId();
  const entry = startClock(kind, id, now, target, calendar.definition, reason);
  return [{ id, key, kind, nodeId, calendarId: calendar.id, entries: [entry] }];
}
