import type { CalendarDefinition } from '../../calendar/calendar-definition.ts';
import { foldClock, instantAt } from './clock.ts';
import type { SlaEntry } from './sla-entry.ts';
import {
  usualBreachNotice,
  type Escalation,
  type Reminder,
  type SlaAudience,
  type SlaPolicy,
} from '../policy/sla-policy.ts';

/** Something that a clock will do if nothing changes. `key` says which reminder or rung, and which repetition of it. */
export interface SlaInstant {
  at: Date;
  kind: 'reminder' | 'breach' | 'escalation';
  key: string;
  to: SlaAudience[];
  /** Over which channels, where the policy says so. */
  channelIds?: string[] | undefined;
}

/**
 * What a running clock still has to do, in order; nothing while it is paused or finished. Instants that have passed
 * unrecorded are among them, so that nothing is lost when the system was away.
 */
export function nextInstants(
  entries: readonly SlaEntry[],
  policy: SlaPolicy,
  calendar: CalendarDefinition,
): SlaInstant[] {
  const state = foldClock(entries);
  if (state?.status !== 'running') return [];
  const { clock, targetSeconds, reached, isBreached, dueAt } = state;
  const instant = (seconds: number) => instantAt(entries, calendar, seconds) ?? state.startedAt;
  const coming: SlaInstant[] = [];
  if (!isBreached) {
    const notice = policy.atBreach?.[clock] ?? usualBreachNotice;
    coming.push({ at: dueAt ?? instant(targetSeconds), kind: 'breach', key: 'breach', ...notice });
  }
  for (const reminder of policy.reminders.filter((one) => one.clock === clock)) {
    coming.push({
      at: instant(secondsOf(reminder, targetSeconds)),
      kind: 'reminder',
      key: reminder.key,
      to: reminder.to,
      channelIds: reminder.channelIds,
    });
  }
  for (const escalation of policy.escalations.filter((one) => one.clock === clock)) {
    for (const { key, seconds } of rungsOf(escalation, targetSeconds)) {
      const { to, channelIds } = escalation;
      coming.push({ at: instant(seconds), kind: 'escalation', key, to, channelIds });
    }
  }
  return coming.filter(({ key }) => !reached.includes(key)).toSorted((a, b) => a.at.getTime() - b.at.getTime());
}

function secondsOf({ at }: Reminder, targetSeconds: number): number {
  if ('beforeSeconds' in at) return targetSeconds - at.beforeSeconds;
  if ('afterSeconds' in at) return targetSeconds + at.afterSeconds;
  return (targetSeconds * at.percent) / 100;
}

function rungsOf({ key, afterSeconds, repeat }: Escalation, targetSeconds: number): { key: string; seconds: number }[] {
  const times = repeat?.times ?? 0;
  return Array.from({ length: times + 1 }, (_, turn) => ({
    key: turn === 0 ? key : `${key}:${turn}`,
    seconds: targetSeconds + afterSeconds + turn * (repeat?.everySeconds ?? 0),
  }));
}
