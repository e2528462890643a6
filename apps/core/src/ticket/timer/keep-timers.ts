import type { CalendarDefinition } from '../../calendar/calendar-definition.ts';
import { addServiceTime, serviceSecondsBetween } from '../../calendar/service-time.ts';
import { zonedStartOfDay } from '../../calendar/zoned-start-of-day.ts';
import type { FlowEffect } from '../../flow/flow-effect.ts';
import type { Context } from '../../platform/context.ts';
import { takeAhead } from '../bulk/take-ahead.ts';
import { readTimers } from './read-timers.ts';
import { setTimers, settlePaused, settleTimers, type TimerInput } from './write-timers.ts';

/** A ticket's timers while an event is applied: read once, changed here, written together. */
export interface TimerBook {
  ticketId: string;
  /** Those that run, and those that are paused, by key. */
  running: Map<string, TimerInput>;
  paused: Map<string, TimerInput>;
  /** When the first one would have fired before the event. */
  wakeBefore: Date | null;
  /** What is to be written. */
  set: Map<string, TimerInput>;
  pausing: Map<string, TimerInput>;
  stopped: Set<string>;
}

interface FlowTimerPayload extends Record<string, unknown> {
  tokenId: string;
  purpose: string;
  clock: 'service' | 'elapsed';
  remainingSeconds?: number;
}

/** The book of a ticket that has only just been made. */
export const emptyBook = (ticketId: string): TimerBook => ({
  ticketId,
  running: new Map(),
  paused: new Map(),
  wakeBefore: null,
  set: new Map(),
  pausing: new Map(),
  stopped: new Set(),
});

/** Opens the book of a ticket; of one that has only just been made it is empty. */
export async function openTimers(context: Context, ticket: { id: string; isNew: boolean }): Promise<TimerBook> {
  if (ticket.isNew) return emptyBook(ticket.id);
  const rows = (await takeAhead(context, ticket.id, 'timers')) ?? (await readTimers(context, [ticket.id]));
  const timers = (isPaused: boolean): Map<string, TimerInput> =>
    new Map(
      rows
        .filter(({ settledAt }) => (settledAt !== null) === isPaused)
        .map(({ ticketId: _ticketId, settledAt: _settledAt, ...timer }) => [timer.key, timer as TimerInput]),
    );
  const running = timers(false);
  return { ...emptyBook(ticket.id), running, paused: timers(true), wakeBefore: firstOf(running) };
}

const firstOf = (timers: ReadonlyMap<string, TimerInput>): Date | null =>
  timers.size === 0 ? null : new Date(Math.min(...[...timers.values()].map(({ fireAt }) => fireAt.getTime())));

/** When the ticket's next timer fires, as the book stands; null if it waits for nothing. */
export const nextInBook = (book: TimerBook): Date | null => firstOf(book.running);

/** Sets or moves a timer. */
export function startTimer(book: TimerBook, timer: TimerInput): void {
  book.running.set(timer.key, timer);
  book.set.set(timer.key, timer);
  book.stopped.delete(timer.key);
}

/** Ends a timer that has not fired; ending it twice is no fault. */
export function stopTimer(book: TimerBook, key: string): void {
  book.set.delete(key);
  if (book.running.delete(key)) book.stopped.add(key);
}

const after = (calendar: CalendarDefinition, clock: 'service' | 'elapsed', from: Date, seconds: number): Date =>
  clock === 'service' ? addServiceTime(calendar, from, seconds) : new Date(from.getTime() + seconds * 1000);

const between = (calendar: CalendarDefinition, clock: 'service' | 'elapsed', from: Date, to: Date): number =>
  clock === 'service' ? serviceSecondsBetween(calendar, from, to) : (to.getTime() - from.getTime()) / 1000;

/** Sets, stops, pauses and resumes what the interpreter asked for; automatic steps are timers that are due at once. */
export function keepTimers(
  now: Date,
  book: TimerBook,
  effects: readonly FlowEffect[],
  calendar: CalendarDefinition,
): void {
  for (const effect of effects) {
    switch (effect.type) {
      case 'start_timer':
        startTimer(book, {
          key: effect.timerId,
          kind: 'flow',
          fireAt: after(calendar, effect.clock, now, effect.seconds),
          payload: { tokenId: effect.tokenId, purpose: effect.purpose, clock: effect.clock },
        });
        break;
      case 'start_timer_until':
        startTimer(book, {
          key: effect.timerId,
          kind: 'flow',
          fireAt: zonedStartOfDay(effect.until, calendar.zone),
          payload: { tokenId: effect.tokenId, purpose: effect.purpose, clock: 'elapsed' },
        });
        break;
      case 'stop_timer':
        stopTimer(book, effect.timerId);
        break;
      case 'pause_timer':
        pauseTimer(now, book, effect.timerId, calendar);
        break;
      case 'resume_timer':
        resumeTimer(now, book, effect.timerId, calendar);
        break;
      case 'call_webhook':
      case 'create_sub_ticket':
        startTimer(book, {
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

function pauseTimer(now: Date, book: TimerBook, key: string, calendar: CalendarDefinition): void {
  const timer = book.running.get(key);
  if (!timer) return;
  const payload = timer.payload as FlowTimerPayload;
  const remainingSeconds = Math.max(0, between(calendar, payload.clock, now, timer.fireAt));
  book.running.delete(key);
  book.set.delete(key);
  const paused = { ...timer, payload: { ...payload, remainingSeconds } };
  book.paused.set(key, paused);
  book.pausing.set(key, paused);
}

function resumeTimer(now: Date, book: TimerBook, key: string, calendar: CalendarDefinition): void {
  const timer = book.paused.get(key);
  if (!timer) return;
  const { remainingSeconds = 0, ...payload } = timer.payload as FlowTimerPayload;
  book.paused.delete(key);
  book.pausing.delete(key);
  startTimer(book, {
    key,
    kind: 'flow',
    fireAt: after(calendar, payload.clock, now, remainingSeconds),
    payload,
  });
}

/** Writes what the event changed: two statements however many timers, and one for each that it paused. */
export async function writeTimers(context: Context, book: TimerBook): Promise<void> {
  await settleTimers(context, book.ticketId, [...book.stopped], 'stopped');
  for (const timer of book.pausing.values()) await settlePaused(context, book.ticketId, timer);
  await setTimers(context, book.ticketId, [...book.set.values()]);
}
