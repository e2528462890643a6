import type { Database } from '@handoff/prisma';
import { lowestIdAt } from './id.ts';
import { idempotencyMs } from './idempotency.ts';

/** How many days what has done its work is kept. */
export interface KeptDays {
  /** Rows of the outbox that were handed on. */
  outbox: number;
  /** Events that subscribers may resume from; histories and reports have rows of their own. */
  events: number;
  /** Sessions after they ended. */
  sessions: number;
  /** What triggers did, and why they did not. */
  triggerRuns: number;
}

export const defaultKeptDays: KeptDays = { outbox: 7, events: 90, sessions: 30, triggerRuns: 90 };

const dayMs = 24 * 60 * 60 * 1000;
const batchSize = 1_000;
/** What carriers said of parcels is read again only while somebody looks at their tickets. */
const trackingDays = 90;
/** What became of notifications outside is asked about for as long. */
const deliveryDays = 90;

/** How many rows were removed, by table. */
export type Removed = Record<
  | 'idempotencyKey'
  | 'outbox'
  | 'event'
  | 'session'
  | 'loginLimit'
  | 'spentChallenge'
  | 'courierTracking'
  | 'notificationDelivery'
  | 'triggerRun',
  number
>;

/** Removes batch by batch, each by an index and short enough to hold nobody up. */
async function inBatches(removeSome: () => Promise<{ numDeletedRows: bigint }>): Promise<number> {
  let removed = 0;
  for (;;) {
    const { numDeletedRows } = await removeSome();
    removed += Number(numDeletedRows);
    if (numDeletedRows < batchSize) return removed;
  }
}

/**
 * Removes what nobody can ask for any more: idempotency keys after 24 hours, counters of sign-ins that ran out, and after
 * some days outbox rows that were handed on, events and ended sessions. What histories are made of (events of tickets,
 * reports of calls, audit entries) stays. May be interrupted and repeated at any time.
 */
export async function removeLeftovers(db: Database, now: Date, kept: KeptDays): Promise<Removed> {
  const before = (days: number): Date => new Date(now.getTime() - days * dayMs);
  return {
    idempotencyKey: await inBatches(() =>
      db
        .deleteFrom('idempotencyKey')
        .where('createdAt', '<', new Date(now.getTime() - idempotencyMs))
        .orderBy('createdAt')
        .limit(batchSize)
        .executeTakeFirstOrThrow(),
    ),
    outbox: await inBatches(() =>
      db
        .deleteFrom('outbox')
        .where('isPending', '=', false)
        .where('availableAt', '<', before(kept.outbox))
        .orderBy('isPending')
        .orderBy('availableAt')
        .limit(batchSize)
        .executeTakeFirstOrThrow(),
    ),
    event: await inBatches(() =>
      db
        .deleteFrom('event')
        .where('id', '<', lowestIdAt(before(kept.events).getTime()))
        .orderBy('id')
        .limit(batchSize)
        .executeTakeFirstOrThrow(),
    ),
    session: await inBatches(() =>
      db
        .deleteFrom('session')
        .where('expiresAt', '<', before(kept.sessions))
        .orderBy('expiresAt')
        .limit(batchSize)
        .executeTakeFirstOrThrow(),
    ),
    triggerRun: await inBatches(() =>
      db
        .deleteFrom('triggerRun')
        .where('id', '<', lowestIdAt(before(kept.triggerRuns).getTime()))
        .orderBy('id')
        .limit(batchSize)
        .executeTakeFirstOrThrow(),
    ),
    notificationDelivery: await inBatches(() =>
      db
        .deleteFrom('notificationDelivery')
        .where('id', '<', lowestIdAt(before(deliveryDays).getTime()))
        .orderBy('id')
        .limit(batchSize)
        .executeTakeFirstOrThrow(),
    ),
    loginLimit: await inBatches(() =>
      db
        .deleteFrom('loginLimit')
        .where('expire', '<', now.getTime() - dayMs)
        .orderBy('expire')
        .limit(batchSize)
        .executeTakeFirstOrThrow(),
    ),
    courierTracking: await inBatches(() =>
      db
        .deleteFrom('courierTracking')
        .where('askedAt', '<', before(trackingDays))
        .orderBy('askedAt')
        .limit(batchSize)
        .executeTakeFirstOrThrow(),
    ),
    spentChallenge: await inBatches(() =>
      db
        .deleteFrom('spentChallenge')
        .where('expiresAt', '<', now)
        .orderBy('expiresAt')
        .limit(batchSize)
        .executeTakeFirstOrThrow(),
    ),
  };
}
