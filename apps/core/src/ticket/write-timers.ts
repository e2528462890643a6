import { sql } from 'kysely';
import type { CalendarDefinition } from '../calendar/calendar-definition.ts';
import { addServiceTime, serviceSecondsBetween } from '../calendar/service-time.ts';
import type { FlowEffect } from '../flow/flow-effect.ts';
import type { Context } from '../platform/context.ts';
import { newId } from '../platform/id.ts';
import { zonedStartOfDay } from '../calendar/zoned-start-of-day.ts';

/** A timer to be kept: what fires, when, and what it is about. */
export interface TimerInput {
  key: string;
  kind: 'sla' | 'flow' | 'automatic' | 'held';
  fireAt: Date;
  payload: Record<string, unknown>;
}

/** Sets or moves timers, all in one statement. */
export async function setTimers(context: Context, ticketId: string, timers: readonly TimerInput[]): Promise<void> {
  if (timers.length === 0) return;
  const rows = timers.map(({ payload, ...timer }) => ({
    id: newId(),
    ticketId,
    ...timer,
    payload: JSON.stringify(payload),
    settledAt: null,
    outcome: null,
  }));
  await context.db
    .insertInto('ticketTimer')
    .values(rows)
    .onDuplicateKeyUpdate({
      kind: sql`VALUES(kind)`,
      fireAt: sql`VALUES(fire_at)`,
      payload: sql`VALUES(payload)`,
      settledAt: null,
      outcome: null,
    })
    .execute();
}

/** Sets or moves a timer. */
export const setTimer = (context: Context, ticketId: string, timer: TimerInput): Promise<void> =>
  setTimers(context, ticketId, [timer]);

/** Ends a timer that has not fired; ending it twice is no fault. */
export async function settleTimer(
  context: Context,
  ticketId: string,
  key: string,
  outcome: 'fired' | 'stopped' | 'paused',
): Promise<void> {
  await context.db
    .updateTable('ticketTimer')
    .set({ settledAt: context.now(), outcome })
    .where('ticketId', '=', ticketId)
    .where('key', '=', key)
    .where('settledAt', 'is', null)
    .execute();
}

const after = (calendar: CalendarDefinition, clock: 'service' | 'elapsed', from: Date, seconds: number): Date =>
  clock === 'service' ? addServiceTime(calendar, from, seconds) : new Date(from.getTime() + seconds * 1000);

const between = (calendar: CalendarDefinition, clock: 'service' | 'elapsed', from: Date, to: Date): number =>
  clock === 'service' ? serviceSecondsBetween(calendar, from, to) : (to.getTime() - from.getTime()) / 1000;

interface FlowTimerPayload {
  tokenId: string;
  purpose: string;
  clock: 'service' | 'elapsed';
  remainingSeconds?: number;
}

async function readTimer(context: Context, ticketId: string, key: string) {
  return context.db
    .selectFrom('ticketTimer')
    .select(['fireAt', 'payload'])
    .where('ticketId', '=', ticketId)
    .where('key', '=', key)
    .executeTakeFirst();
}

async function pauseTimer(
  context: Context,
  ticketId: string,
  key: string,
  calendar: CalendarDefinition,
): Promise<void> {
  const timer = await readTimer(context, ticketId, key);
  if (!timer) return;
  const payload = timer.payload as FlowTimerPayload;
  const remainingSeconds = Math.max(0, between(calendar, payload.clock, context.now(), timer.fireAt));
  await context.db
    .updateTable('ticketTimer')
    .set({ settledAt: context.now(), outcome: 'paused', payload: JSON.stringify({ ...payload, remainingSeconds }) })
    .where('ticketId', '=', ticketId)
    .where('key', '=', key)
    .execute();
}

async function resumeTimer(
  context: Context,
  ticketId: string,
  key: string,
  calendar: CalendarDefinition,
): Promise<void> {
  const timer = await readTimer(context, ticketId, key);
  if (!timer) return;
  const { remainingSeconds = 0, ...payload } = timer.payload as FlowTimerPayload;
  const fireAt = after(calendar, payload.clock, context.now(), remainingSeconds);
  await setTimer(context, ticketId, { key, kind: 'flow', fireAt, payload });
}

/** Sets, stops, pauses and resumes what the interpreter asked for; automatic steps are timers that are due at once. */
export async function writeTimers(
  context: Context,
  ticketId: string,
  effects: readonly FlowEffect[],
  calendar: CalendarDefinition,
): Promise<void> {
  const now = context.now();
  for (const effect of effects) {
    switch (effect.type) {
      case 'start_timer':
        await setTimer(context, ticketId, {
          key: effect.timerId,
          kind: 'flow',
          fireAt: after(calendar, effect.clock, now, effect.seconds),
          payload: { tokenId: effect.tokenId, purpose: effect.purpose, clock: effect.clock },
        });
        break;
      case 'start_timer_until':
        await setTimer(context, ticketId, {
          key: effect.timerId,
          kind: 'flow',
          fireAt: zonedStartOfDay(effect.until, calendar.zone),
          payload: { tokenId: effect.tokenId, purpose: effect.purpose, clock: 'elapsed' },
        });
        break;
      case 'stop_timer':
        await settleTimer(context, ticketId, effect.timerId, 'stopped');
        break;
      case 'pause_timer':
        await pauseTimer(context, ticketId, effect.timerId, calendar);
        break;
      case 'resume_timer':
        await resumeTimer(context, ticketId, effect.timerId, calendar);
        break;
      case 'call_webhook':
      case 'create_sub_ticket':
        await setTimer(context, ticketId, {
          key: `automatic:${effect.tokenId}`,
          kind: 'automatic',
          fireAt: now,
          payload: { ...effect },
        });
        break;
      default:
    }
  }
}

/** When the ticket's next timer fires; null if it waits for nothing. */
export async function nextFireAt(context: Context, ticketId: string): Promise<Date | null> {
  const row = await context.db
    .selectFrom('ticketTimer')
    .select('fireAt')
    .where('ticketId', '=', ticketId)
    .where('settledAt', 'is', null)
    .orderBy('fireAt')
    .limit(1)
    .executeTakeFirst();
  return row?.fireAt ?? null;
}
