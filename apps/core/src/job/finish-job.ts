import type { Context } from '../platform/context.ts';
import { enqueue } from '../platform/outbox.ts';
import { inTransaction } from '../platform/transaction.ts';
import { stopJob } from './stop-job.ts';

/** Tells everybody once what they would have been told row by row, and whoever asked for the job that it is over. */
async function tellPeople(
  context: Context,
  job: { id: string; createdById: string; operation: string },
): Promise<void> {
  const notices = await context.db.selectFrom('jobNotice').selectAll().where('jobId', '=', job.id).execute();
  const finished = { agentId: job.createdById, kind: 'job.finished', count: 0 };
  for (const { agentId, kind, count } of [...notices, finished]) {
    const causeId = `job:${job.id}:${agentId}:${kind}`;
    await enqueue(context, {
      kind: 'notification',
      key: causeId,
      payload: {
        causeId,
        kind: kind === 'job.finished' ? kind : `job.${kind}`,
        agentIds: [agentId],
        subjectType: 'job',
        subjectId: job.id,
        isActionable: false,
        params: { count, operation: job.operation },
      },
    });
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
