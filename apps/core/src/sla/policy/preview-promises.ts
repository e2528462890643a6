import { addServiceTime, NoServiceTimeError } from '../../calendar/service-time.ts';
import type { CalendarDefinition } from '../../calendar/calendar-definition.ts';
import { requirePermission } from '../../identity/actor.ts';
import type { Context } from '../../platform/context.ts';
import { parseInput } from '../../platform/parse-input.ts';
import type { LocalizedText } from '../../platform/text/localized-text.ts';
import { URGENCIES, type Urgency } from '../../platform/urgency.ts';
import { explainDue } from '../clock/explain-due.ts';
import { loadCalendar } from '../../calendar/load-calendar.ts';
import { CLOCK_KINDS, slaPolicy, targetSecondsOf, type ClockKind } from './sla-policy.ts';

/** What a policy would promise a ticket made at some moment. */
export interface Promised {
  urgency: Urgency;
  clock: ClockKind;
  targetSeconds: number;
  /** Null where the calendar never has so much service time. */
  dueAt: Date | null;
  why: LocalizedText | null;
}

const reason = { code: 'started', text: { en: 'created', zh: '创建' } };

function promiseOf(
  calendar: CalendarDefinition,
  at: Date,
  about: Pick<Promised, 'urgency' | 'clock' | 'targetSeconds'>,
): Promised {
  const { clock, targetSeconds } = about;
  try {
    const dueAt = addServiceTime(calendar, at, targetSeconds);
    const entry = { type: 'started', clockId: clock, clock, at, reason, targetSeconds, dueAt } as const;
    return { ...about, dueAt, why: explainDue([entry], calendar) };
  } catch (error) {
    if (error instanceof NoServiceTimeError) return { ...about, dueAt: null, why: null };
    throw error;
  }
}

/** When a ticket made at `at` would be due by this policy, most urgent first. Throws NotPermittedError, ValidationError. */
export async function previewPromises(context: Context, policy: unknown, at: Date): Promise<Promised[]> {
  requirePermission(context.actor, 'ticket_type.manage');
  const parsed = parseInput(slaPolicy, policy);
  const { definition } = await loadCalendar(context, parsed.calendar);
  return [...URGENCIES].reverse().flatMap((urgency) =>
    CLOCK_KINDS.flatMap((clock) => {
      const targetSeconds = targetSecondsOf(parsed, clock, urgency);
      const isPromised = targetSeconds !== null && targetSeconds > 0;
      return isPromised ? [promiseOf(definition, at, { urgency, clock, targetSeconds })] : [];
    }),
  );
}
