import type { z } from 'zod';
import type { Context } from '../platform/context.ts';
import { ConflictError } from '../platform/errors.ts';
import { enqueue } from '../platform/outbox.ts';
import { parseInput } from '../platform/parse-input.ts';
import { inTransaction } from '../platform/transaction.ts';
import { lockJob } from './job-access.ts';
import { jobIdInput, type JobStatus } from './job-input.ts';
import { stopJob } from './stop-job.ts';
import { tellOfJob } from './tell-of-job.ts';

type JobId = z.input<typeof jobIdInput>;

const over = (status: string): ConflictError =>
  new ConflictError(
    'job_over',
    { en: 'This job is over. Its results stay as they are.', zh: '该任务已结束，结果保持不变。' },
    { status },
  );

async function moveJob(context: Context, input: JobId, from: readonly JobStatus[], to: JobStatus): Promise<string> {
  const { jobId } = parseInput(jobIdInput, input);
  return inTransaction(context, async (context) => {
    const job = await lockJob(context, jobId);
    if (job.finishedAt !== null) throw over(job.status);
    if (!from.includes(job.status as JobStatus)) return jobId;
    await context.db.updateTable('job').set({ status: to, updatedAt: context.now() }).where('id', '=', jobId).execute();
    await tellOfJob(context, job, to);
    if (to === 'queued') await enqueue(context, { kind: 'job', key: jobId, payload: {} });
    return jobId;
  });
}

/** Lets a job rest after the rows that are being done. Throws NotFoundError, ConflictError if it is over. */
export const pauseJob = (context: Context, input: JobId): Promise<string> =>
  moveJob(context, input, ['queued', 'running'], 'paused');

/** Goes on with a paused job, with the rows that wait. Throws NotFoundError, ConflictError if it is over. */
export const resumeJob = (context: Context, input: JobId): Promise<string> =>
  moveJob(context, input, ['paused'], 'queued');

/** Ends a job; what it has done stays done. Throws NotFoundError, ConflictError if it is over. */
export async function cancelJob(context: Context, input: JobId): Promise<string> {
  const { jobId } = parseInput(jobIdInput, input);
  return inTransaction(context, async (context) => {
    const job = await lockJob(context, jobId);
    if (job.finishedAt !== null) throw over(job.status);
    await stopJob(context, job, 'cancelled');
    return jobId;
  });
}
