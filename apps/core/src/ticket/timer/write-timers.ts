import type { Context } from '../../platform/context.ts';
import { newId } from '../../platform/id.ts';
import { insertTogether, writeSoon } from '../../platform/insert-rows.sql.ts';

/** A timer to be kept: what fires, when, and what it is about. */
export interface TimerInput {
  key: string;
  kind: 'sla' | 'flow' | 'automatic' | 'held' | 'trigger';
  fireAt: Date;
  payload: Record<string, unknown>;
}

export type TimerOutcome = 'fired' | 'stopped' | 'paused';

/** Sets or moves timers, all in one statement. */
export async function setTimers(context: Context, ticketId: string, timers: readonly TimerInput[]): Promise<void> {
  const rows = timers.map(({ payload, ...timer }) => ({
    id: newId(),
    ticketId,
    ...timer,
    payload: JSON.stringify(payload),
    settledAt: null,
    outcome: null,
  }));
  await insertTogether(context, 'ticketTimer', rows, ['kind', 'fireAt', 'payload', 'settledAt', 'outcome']);
}

/** Ends timers that have not fired; ending one twice is no fault. */
export async function settleTimers(
  context: Context,
  ticketId: string,
  keys: readonly string[],
  outcome: TimerOutcome,
): Promise<void> {
  if (keys.length === 0) return;
  const settled = context.db.updateTable('ticketTimer').set({ settledAt: context.now(), outcome });
  const open = settled.where('ticketId', '=', ticketId).where('key', 'in', keys).where('settledAt', 'is', null);
  await writeSoon(context, open);
}

/** Lets a timer stand still; its payload says how much of it is left. */
export async function settlePaused(context: Context, ticketId: string, { key, payload }: TimerInput): Promise<void> {
  const paused = { settledAt: context.now(), outcome: 'paused', payload: JSON.stringify(payload) };
  const timers = context.db.updateTable('ticketTimer').set(paused);
  await writeSoon(context, timers.where('ticketId', '=', ticketId).where('key', '=', key));
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
