import { sql } from 'kysely';
import type { Database } from '@handoff/prisma';
import type { JobFault } from './stop-job.ts';

/** How many rows of a job were left out for one reason. */
export interface CountedReason {
  outcome: string;
  fault: JobFault;
  count: number;
}

/** Why rows of a job were left as they are or refused, the most frequent first. */
export async function countReasons(db: Database, jobId: string): Promise<CountedReason[]> {
  const { rows } = await sql<{ outcome: string; fault: JobFault; count: number }>`
    SELECT outcome, MIN(fault) AS fault, COUNT(*) AS count FROM job_row
    WHERE job_id = ${jobId} AND outcome IN ('skipped', 'failed')
    GROUP BY outcome, JSON_VALUE(fault, '$.code') ORDER BY count DESC LIMIT 20`.execute(db);
  return rows;
}
