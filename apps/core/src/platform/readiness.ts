import { sql } from 'kysely';
import type { Database } from '@handoff/prisma';

/** What the product needs to do its whole job, and since when a part is away. */
export interface Readiness {
  isReady: boolean;
  database: boolean;
  workflowEngine: boolean;
  workflowEngineAwaySince: Date | null;
}

/** The lease that the worker renews while it is connected to the workflow engine. */
export const workflowEngineLease = 'workflow-engine';

/** Asks the database and reads the worker's last sign of life; never throws. */
export async function readReadiness(db: Database, now: Date): Promise<Readiness> {
  try {
    await sql`SELECT 1`.execute(db);
    const lease = await db
      .selectFrom('lease')
      .select('expiresAt')
      .where('key', '=', workflowEngineLease)
      .executeTakeFirst();
    const workflowEngine = lease !== undefined && lease.expiresAt > now;
    return {
      isReady: workflowEngine,
      database: true,
      workflowEngine,
      workflowEngineAwaySince: workflowEngine ? null : (lease?.expiresAt ?? null),
    };
  } catch {
    return { isReady: false, database: false, workflowEngine: false, workflowEngineAwaySince: null };
  }
}
