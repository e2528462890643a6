import { setTimeout as wait } from 'node:timers/promises';
import type { Integrator } from '@handoff/e2e/support/integrator.ts';
import type { Database } from '@handoff/prisma';
import { sql } from 'kysely';
import type { Verdict } from '../verdict.ts';

const seconds = 12;
const many = 200;
// One by one they would be 133 more. An instance's own queries differ from one measurement to the next, by how much
// depends on the machine: counting the renewal's own queries would tell more.
const mostMore = 25;

async function questions(db: Database): Promise<number> {
  const { rows } = await sql<{ Value: string }>`SHOW GLOBAL STATUS LIKE 'Questions'`.execute(db);
  return Number(rows[0]?.Value);
}

/** Queries a second that the database is asked while so many people follow the tickets. */
async function queriesWith(db: Database, admin: Integrator, count: number): Promise<number> {
  const stop = new AbortController();
  const open = Array.from({ length: count }, () =>
    admin.post({ query: 'subscription { ticketEvents { eventId } }' }, { accept: 'text/event-stream' }, stop.signal),
  );
  await Promise.all(open);
  await wait(1_000);
  const before = await questions(db);
  await wait(seconds * 1000);
  const asked = (await questions(db)) - before;
  stop.abort();
  await wait(1_000);
  return Math.round((asked / seconds) * 10) / 10;
}

/** The queries of 200 subscribers are to be hardly more than those of one. */
export async function measureSubscribers(db: Database, admin: Integrator): Promise<Verdict> {
  const one = await queriesWith(db, admin, 1);
  const all = await queriesWith(db, admin, many);
  return {
    rows: [
      { subscribers: 1, queriesPerSecond: one },
      { subscribers: many, queriesPerSecond: all },
    ],
    faults: all - one > mostMore ? [`${many} subscribers cost ${all - one} queries a second more than one`] : [],
  };
}
