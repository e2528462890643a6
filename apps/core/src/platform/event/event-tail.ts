import type { Selectable } from 'kysely';
import type { DB, Database } from '@handoff/prisma';
import { onAnnouncedEvent, onCommittedEvent } from './event.ts';
import { lowestIdAt, msOfId } from '../id.ts';

export type EventRow = Selectable<DB['event']>;

/** Ids are not in commit order, so the tail reads this much of the past again (ms). */
export const windowMs = 4_000;
const pollMs = 50;
const retryMs = 500;
const batchSize = 1_000;

type Listener = (event: EventRow) => void;

/** Follows the event table for all subscribers of a process: one query a tick, however many they are. */
export interface EventTail {
  /** Calls `listener` for every event that is committed once `begun` resolves. */
  listen(listener: Listener): { stop: () => void; begun: Promise<void> };
  close(): void;
}

export function openEventTail(db: Database, onError: (error: unknown) => void): EventTail {
  const listeners = new Set<Listener>();
  const seen = new Map<string, number>();
  let timer: NodeJS.Timeout | undefined;
  let isReading = false;
  let isWanted = false;
  let since = Date.now();
  let isClosed = false;
  let isBegun = false;

  const forget = (before: number): void => {
    for (const [id, ms] of seen) if (ms < before) seen.delete(id);
  };

  const read = async (): Promise<void> => {
    let after = lowestIdAt(since - windowMs);
    for (;;) {
      const rows = await db
        .selectFrom('event')
        .selectAll()
        .where('id', '>', after)
        .orderBy('id')
        .limit(batchSize)
        .execute();
      for (const row of rows) {
        if (seen.has(row.id)) continue;
        const ms = msOfId(row.id);
        seen.set(row.id, ms);
        since = Math.max(since, Math.min(ms, Date.now()));
        for (const listener of listeners) listener(row);
      }
      const last = rows.at(-1);
      if (rows.length < batchSize || !last) break;
      after = last.id;
    }
    forget(since - 2 * windowMs);
  };

  const tick = async (): Promise<void> => {
    clearTimeout(timer);
    if (!isBegun) return;
    if (isReading) {
      isWanted = true;
      return;
    }
    isReading = true;
    try {
      await read();
    } catch (error) {
      onError(error);
    }
    isReading = false;
    if (isClosed || listeners.size === 0) return;
    timer = setTimeout(() => void tick(), isWanted ? 0 : pollMs);
    isWanted = false;
  };

  const wake = (): void => {
    if (listeners.size > 0) void tick();
  };
  const stopWaking = [onCommittedEvent(wake), onAnnouncedEvent(wake)];

  let begun: Promise<void> = Promise.resolve();

  // What happened before the first listener came is not news; it is marked as seen, not told.
  const markPast = async (): Promise<void> => {
    since = Date.now();
    seen.clear();
    const rows = await db
      .selectFrom('event')
      .select('id')
      .where('id', '>', lowestIdAt(since - windowMs))
      .execute();
    for (const row of rows) seen.set(row.id, msOfId(row.id));
  };

  const begin = async (): Promise<void> => {
    isBegun = false;
    for (;;) {
      try {
        await markPast();
        break;
      } catch (error) {
        onError(error);
        await new Promise((resolve) => setTimeout(resolve, retryMs));
        if (isClosed || listeners.size === 0) return;
      }
    }
    isBegun = true;
    void tick();
  };

  return {
    listen(listener) {
      listeners.add(listener);
      if (listeners.size === 1) begun = begin();
      return { stop: () => void listeners.delete(listener), begun };
    },
    close() {
      isClosed = true;
      clearTimeout(timer);
      for (const stop of stopWaking) stop();
      listeners.clear();
    },
  };
}
