import type { Context } from '../platform/context.ts';
import type { LocalizedText } from '../platform/text/localized-text.ts';
import type { JobRecord } from './job-access.ts';
import { tellOfJob } from './tell-of-job.ts';

/** Why a job could not go on, or a row could not be done: the refusal as it was thrown. */
export interface JobFault {
  code: string;
  message: LocalizedText;
}

/** Ends a job whose lock the caller holds; rows that wait stay as they are. */
export async function stopJob(
  context: Context,
  job: Pick<JobRecord, 'id' | 'createdById'>,
  status: 'completed' | 'cancelled' | 'failed',
  fault: JobFault | null = null,
): Promise<void> {
  const now = context.now();
  await context.db
    .updateTable('job')
    .set({ status, finishedAt: now, updatedAt: now, fault: fault && JSON.stringify(fault) })
    .where('id', '=', job.id)
    .execute();
  await tellOfJob(context, job, status);
}
