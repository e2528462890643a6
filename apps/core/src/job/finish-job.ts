import type { Context } from '../platform/context.ts';
import { inTransaction } from '../platform/transaction.ts';
import type { JobRecord } from './job-access.ts';
import { notifyOfJob, stopJob } from './stop-job.ts';

/** Tells everybody once what they would have been told row by row. */
async function tellPeople(context: Context, job: JobRecord): Promise<void> {
  const notices = await context.db.selectFrom('jobNotice').selectAll().where('jobId', '=', job.id).execute();
  for (const { agentId, kind, count } of notices) {
    await notifyOfJob(context, job, { agentId, kind: `job.${kind}`, params: { count } });
  }
}

/** Ends a job of which no row waits any more; a job that still has some, or is over, stays as it is. */
export async function finishJob(context: Context, jobId: string): Promise<void> {
  await inTransaction(context, async (context) => {
    const job = await context.db.selectFrom('job').selectAll().where('id', '=', jobId).forUpdate().executeTakeFirst();
    if (!job || job.status !== 'running' || !job.isCollected) return;
    const waiting = await context.db
      .selectFrom('jobRow')
      .select('position')
      .where('jobId', '=', jobId)
      .where('outcome', '=', 'pending')
      .limit(1)
      .executeTakeFirst();
    if (waiting) return;
    await stopJob(context, job, 'completed');
    if (!job.isDryRun) await tellPeople(context, job);
  });
}
