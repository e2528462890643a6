import { setTimeout as rest } from 'node:timers/promises';
import { sql, type Selectable } from 'kysely';
import type { Logger } from 'pino';
import { outboxDeliveries } from '@handoff/core/observe/metrics';
import { onAnnouncedEvent, onCommittedEvent } from '@handoff/core/platform/event/event';
import type { DB, Database } from '@handoff/prisma';

export type OutboxRow = Pick<Selectable<DB['outbox']>, 'id' | 'kind' | 'key' | 'payload' | 'attempts' | 'createdAt'>;

/** Hands one row on; rejects if it has to be tried again. */
export interface OutboxRoute {
  /** Who takes them. One that is slow or does not answer holds up only what is its own. */
  receiver: 'engine' | 'product' | 'plugins';
  /** False while rows of this kind cannot be handed on from here; they wait, and count no attempt. */
  isOpen: () => boolean;
  /** Where only rows of some keys belong to this process: those keys. The others are left for whoever has theirs. */
  keys?: () => readonly string[];
  deliver: (row: OutboxRow) => Promise<void>;
  /** Where what waits at one time can be handed on at once; all of them have to be tried again if it rejects. */
  deliverAll?: (rows: OutboxRow[]) => Promise<void>;
}

interface DispatcherOptions {
  db: Database;
  routes: Record<string, OutboxRoute>;
  /**
   * Which rows may wait: they are handed on one at a time with rests in between, so many times as long as handing on took, so
   * that what people wait for comes first, here and with whoever receives them.
   */
  patience?: { mayWait: (row: OutboxRow, now: Date) => boolean; restFactor: number };
  log: Logger;
  now?: () => Date;
}

const batchSize = 64;
/** After work there is often more; the pause grows while there is none. */
const shortestPauseMs = 60;
const longestPauseMs = 200;
/** Of rows that may wait. */
const patientPauseMs = 1_000;
/** Another dispatcher may take a row over when this one has not finished it by then. */
const claimMs = 10_000;
const longestWaitMs = 5_000;
const inFlight = 8;

/**
 * Hands outbox rows to where they belong, in order per key, at least once: a row is only done when its receiver has it,
 * and receivers drop repeats by the row's id. Any number may run; rows are claimed with SKIP LOCKED.
 */
export function startDispatcher({ db, routes, patience, log, now = () => new Date() }: DispatcherOptions): {
  stop: () => Promise<void>;
} {
  let isStopping = false;
  let isWoken = false;
  let endPause: () => void = () => undefined;
  const wake = (): void => {
    isWoken = true;
    endPause();
  };
  // What commits an event often leaves work beside it; where Redis tells of other processes' events, it wakes too.
  const stopWaking = patience ? [] : [onCommittedEvent(wake), onAnnouncedEvent(wake)];
  /** Whoever is still taking what was claimed before is not given more meanwhile. */
  const taking = new Map<OutboxRoute['receiver'], Promise<void>>();

  const pause = async (ms: number): Promise<void> => {
    if (!isWoken) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, ms);
        endPause = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    isWoken = false;
  };

  /** Mostly there is none, and to see that takes one statement in place of a transaction's three. */
  const isWorkDue = async (kinds: string[]): Promise<boolean> => {
    const due = db.selectFrom('outbox').select('id').where('kind', 'in', kinds);
    const row = due.where('isPending', '=', true).where('availableAt', '<=', now()).limit(1);
    return (await row.executeTakeFirst()) !== undefined;
  };

  const claim = async (): Promise<OutboxRow[]> => {
    const open = Object.entries(routes).filter(([, route]) => route.isOpen() && !taking.has(route.receiver));
    const kinds = open.flatMap(([kind, route]) => (route.keys ? [] : [kind]));
    const keyed = open.flatMap(([kind, route]) => {
      const keys = route.keys?.() ?? [];
      return keys.length > 0 ? [{ kind, keys }] : [];
    });
    const all = [...kinds, ...keyed.map(({ kind }) => kind)];
    if (all.length === 0 || !(await isWorkDue(all))) return [];
    return db.transaction().execute(async (trx) => {
      const rows = await trx
        .selectFrom('outbox')
        .select(['id', 'kind', 'key', 'payload', 'attempts', 'createdAt'])
        .where('isPending', '=', true)
        .where('availableAt', '<=', now())
        .where((eb) =>
          eb.or([
            ...(kinds.length > 0 ? [eb('kind', 'in', kinds)] : []),
            ...keyed.map(({ kind, keys }) => eb.and([eb('kind', '=', kind), eb('key', 'in', keys)])),
          ]),
        )
        .orderBy('availableAt')
        .orderBy('id')
        .limit(batchSize)
        .forUpdate()
        .skipLocked()
        .execute();
      if (rows.length > 0) {
        await trx
          .updateTable('outbox')
          .set({ availableAt: new Date(now().getTime() + claimMs) })
          .where(
            'id',
            'in',
            rows.map((row) => row.id),
          )
          .execute();
      }
      return rows.toSorted((a, b) => (a.id < b.id ? -1 : 1));
    });
  };

  const markDone = async (rows: readonly OutboxRow[]): Promise<void> => {
    const ids = rows.map(({ id }) => id);
    await db.updateTable('outbox').set({ isPending: false, dispatchedAt: now() }).where('id', 'in', ids).execute();
    for (const { kind } of rows) outboxDeliveries.inc({ kind, outcome: 'delivered' });
  };

  /** Has a row tried again, and those of its key that wait behind it not before it. */
  const putBack = async (row: OutboxRow, behind: OutboxRow[], error: unknown): Promise<void> => {
    const waitMs = Math.min(longestWaitMs, 200 * 2 ** Math.min(row.attempts, 10));
    const availableAt = new Date(now().getTime() + waitMs);
    await db
      .updateTable('outbox')
      .set({ attempts: sql`attempts + 1`, availableAt, lastError: String(error).slice(0, 500) })
      .where('id', '=', row.id)
      .execute();
    if (behind.length === 0) return;
    const ids = behind.map(({ id }) => id);
    await db.updateTable('outbox').set({ availableAt }).where('id', 'in', ids).execute();
  };

  const deliverInOrder = async (rows: OutboxRow[]): Promise<void> => {
    for (const [place, row] of rows.entries()) {
      try {
        await routes[row.kind]?.deliver(row);
        await markDone([row]);
      } catch (error) {
        log.warn({ err: error, outboxId: row.id, kind: row.kind, key: row.key }, 'an outbox row has to be tried again');
        await putBack(row, rows.slice(place + 1), error);
        outboxDeliveries.inc({ kind: row.kind, outcome: 'put_back' });
        return;
      }
    }
  };

  /** Hands on at once what can be, and returns what has to go one by one: also what was refused together. */
  const deliverTogether = async (claimed: OutboxRow[]): Promise<OutboxRow[]> => {
    let left = claimed;
    for (const [kind, { deliverAll }] of Object.entries(routes)) {
      const ofKind = left.filter((row) => row.kind === kind);
      if (!deliverAll || ofKind.length === 0) continue;
      try {
        await deliverAll(ofKind);
        await markDone(ofKind);
        left = left.filter((row) => row.kind !== kind);
      } catch (error) {
        log.warn({ err: error, kind, rows: ofKind.length }, 'rows of the outbox are handed on one by one');
      }
    }
    return left;
  };

  const dispatch = async (claimed: OutboxRow[]): Promise<void> => {
    const rows = await deliverTogether(claimed);
    const byKey = [...groupBy(rows, ({ kind, key }) => `${kind}:${key}`).values()];
    const isUnhurried = patience !== undefined && rows.every((row) => patience.mayWait(row, now()));
    const next = async (): Promise<void> => {
      for (let group = byKey.shift(); group; group = byKey.shift()) {
        const since = performance.now();
        await deliverInOrder(group);
        if (isUnhurried && !isStopping) await rest((performance.now() - since) * patience.restFactor);
      }
    };
    await Promise.all(Array.from({ length: isUnhurried ? 1 : inFlight }, next));
  };

  const handOver = (claimed: OutboxRow[]): void => {
    const receiverOf = ({ kind }: OutboxRow) => routes[kind]?.receiver ?? 'product';
    for (const [receiver, rows] of groupBy(claimed, receiverOf)) {
      const taken = dispatch(rows)
        .catch((error: unknown) => log.warn({ err: error }, 'a batch of the outbox was interrupted'))
        .finally(() => {
          taking.delete(receiver);
          wake();
        });
      taking.set(receiver, taken);
    }
  };

  const run = async (): Promise<void> => {
    let pauseMs = shortestPauseMs;
    while (!isStopping) {
      const handed = await claim().catch((error: unknown) => {
        log.warn({ err: error }, 'the outbox cannot be read');
        return [];
      });
      handOver(handed);
      pauseMs =
        handed.length > 0 ? shortestPauseMs : Math.min(patience ? patientPauseMs : longestPauseMs, pauseMs * 1.5);
      if (handed.length < batchSize && !isStopping) await pause(pauseMs);
    }
    await Promise.all(taking.values());
  };

  const running = run();
  return {
    stop: () => {
      isStopping = true;
      for (const stop of stopWaking) stop();
      wake();
      return running;
    },
  };
}

function groupBy<Key>(rows: OutboxRow[], keyOf: (row: OutboxRow) => Key): Map<Key, OutboxRow[]> {
  const groups = new Map<Key, OutboxRow[]>();
  for (const row of rows) {
    const key = keyOf(row);
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return groups;
}
