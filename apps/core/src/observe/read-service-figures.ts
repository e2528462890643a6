import { sql } from 'kysely';
import type { Database } from '@handoff/prisma';
import { readReadiness } from '../platform/readiness.ts';
import type { ServiceFigures } from './metrics.ts';

/** More is not counted: a scrape must stay cheap when things are at their worst. */
const countLimit = 10_000;

const secondsSince = (then: Date | null | undefined, now: Date): number =>
  then ? Math.max(0, (now.getTime() - then.getTime()) / 1000) : 0;

/** What waits and how long, read from the tables that are its truth. Throws where the database does not answer. */
export async function readServiceFigures(db: Database, now: Date): Promise<ServiceFigures> {
  const pending = db.selectFrom('outbox').where('isPending', '=', true);
  const due = db.selectFrom('ticketTimer').where('settledAt', 'is', null).where('fireAt', '<=', now);
  const [waiting, oldest, overdue, latest, readiness] = await Promise.all([
    db
      .selectFrom(pending.select('id').limit(countLimit).as('row'))
      .select(sql<number>`COUNT(*)`.as('count'))
      .executeTakeFirst(),
    pending.where('availableAt', '<=', now).select('createdAt').orderBy('availableAt').limit(1).executeTakeFirst(),
    db
      .selectFrom(due.select('id').limit(countLimit).as('row'))
      .select(sql<number>`COUNT(*)`.as('count'))
      .executeTakeFirst(),
    due.select('fireAt').orderBy('fireAt').limit(1).executeTakeFirst(),
    readReadiness(db, now),
  ]);
  return {
    outboxPending: waiting?.count ?? 0,
    outboxLagSeconds: secondsSince(oldest?.createdAt, now),
    timersOverdue: overdue?.count ?? 0,
    timersOverdueSeconds: secondsSince(latest?.fireAt, now),
    isWorkflowEngineThere: readiness.workflowEngine,
  };
}
