import type { z } from 'zod';
import type { Context } from '../platform/context.ts';
import { ConflictError } from '../platform/errors.ts';
import { parseInput } from '../platform/parse-input.ts';
import { inTransaction, isDuplicateKey } from '../platform/transaction.ts';
import { isUndoable } from '../ticket/bulk/ticket-change.ts';
import { requireFreeJob } from './create-job.ts';
import { lockJob, type JobRecord } from './job-access.ts';
import { jobIdInput } from './job-input.ts';
import { writeJob } from './write-job.ts';

/** Whether what a job does can be taken back by acts that make up for it, now that it is over. */
export const canBeUndone = (job: JobRecord): boolean =>
  job.operation === 'change_tickets' &&
  !job.isDryRun &&
  job.finishedAt !== null &&
  job.doneCount > 0 &&
  isUndoable(job.input);

/**
 * Takes back what a job has done, row by row, with acts of the caller that make up for it; a row that was changed since
 * stays and says so. Returns the id of the job that does it. Throws NotFoundError, ConflictError.
 */
export async function undoJob(context: Context, input: z.input<typeof jobIdInput>): Promise<string> {
  const { jobId } = parseInput(jobIdInput, input);
  try {
    return await inTransaction(context, async (context) => {
      const job = await lockJob(context, jobId);
      if (!canBeUndone(job)) {
        throw new ConflictError('not_undoable', {
          en: 'This job cannot be taken back: it is not over, changed nothing, or did what has no way back.',
          zh: '该任务无法撤销：尚未结束、没有更改，或其操作不可撤销。',
        });
      }
      await requireFreeJob(context);
      return writeJob(context, {
        operation: 'undo_ticket_changes',
        input: {},
        selection: { kind: 'rows_of', jobId, onlyUndoable: true },
        undoOfId: jobId,
      });
    });
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
    throw new ConflictError('already_undone', {
      en: 'This job has been taken back already.',
      zh: '该任务已撤销过。',
    });
  }
}
