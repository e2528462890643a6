import type { z } from 'zod';
import { requireAgent } from '../identity/actor.ts';
import type { Context } from '../platform/context.ts';
import { ConflictError, NotFoundError } from '../platform/errors.ts';
import { parseInput } from '../platform/parse-input.ts';
import { inTransaction } from '../platform/transaction.ts';
import { requireFreeJob } from './create-job.ts';
import { lockJob } from './job-access.ts';
import { jobIdInput, jobOperationSchema, type JobSelection } from './job-input.ts';
import { stopJob } from './stop-job.ts';
import { writeJob } from './write-job.ts';

/**
 * Does what a dry run of the caller has tried, on the same rows; what changed since is decided anew for each. A dry run
 * that is still at work ends. Returns the new job's id. Throws NotFoundError, ConflictError.
 */
export async function startDryRun(context: Context, input: z.input<typeof jobIdInput>): Promise<string> {
  const agentId = requireAgent(context.actor);
  const { jobId } = parseInput(jobIdInput, input);
  return inTransaction(context, async (context) => {
    const dryRun = await lockJob(context, jobId);
    if (dryRun.createdById !== agentId) throw new NotFoundError('job');
    if (!dryRun.isDryRun) {
      throw new ConflictError('no_dry_run', {
        en: 'This job is no dry run: it has been done already.',
        zh: '该任务不是试运行，已经执行。',
      });
    }
    if (dryRun.finishedAt === null) await stopJob(context, dryRun, 'cancelled');
    await requireFreeJob(context);
    const selection: JobSelection = dryRun.isCollected
      ? { kind: 'rows_of', jobId, onlyUndoable: false }
      : (dryRun.selection as JobSelection);
    const operation = jobOperationSchema.parse(dryRun.operation);
    return writeJob(context, { operation, input: dryRun.input as object, selection });
  });
}
