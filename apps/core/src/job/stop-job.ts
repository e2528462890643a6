import type { Context } from '../platform/context.ts';
import { enqueue } from '../platform/outbox.ts';
import type { LocalizedText } from '../platform/text/localized-text.ts';
import type { JobRecord } from './job-access.ts';
import { tellOfJob } from './tell-of-job.ts';

/** Why a job could not go on, or a row could not be done: the refusal as it was thrown. */
export interface JobFault {
  code: string;
  message: LocalizedText;
}

type StoppedJob = Pick<JobRecord, 'id' | 'createdById' | 'operation' | 'isDryRun'>;

/** Leaves a notification about a job for the dispatcher, one per person and kind however often it is tried. */
export async function notifyOfJob(
  context: Context,
  job: StoppedJob,
  told: { agentId: string; kind: string; params: Record<string, unknown> },
): Promise<void> {
  const { agentId, kind, params } = told;
  const causeId = `job:${job.id}:${agentId}:${kind}`;
  await enqueue(context, {
    kind: 'notification',
    key: causeId,
    payload: {
      causeId,
      kind,
      agentIds: [agentId],
      subjectType: 'job',
      subjectId: job.id,
      isActionable: false,
      params: { operation: job.operation, ...params },
    },
  });
}

/**
 * Ends a job whose lock the caller holds, and tells whoever asked for it unless they only tried or have cancelled it. Rows
 * that wait stay as they are; what an export has read goes.
 */
export async function stopJob(
  context: Context,
  job: StoppedJob,
  status: 'completed' | 'cancelled' | 'failed',
  fault: JobFault | null = null,
): Promise<void> {
  const now = context.now();
  await context.db
    .updateTable('job')
    .set({ status, finishedAt: now, updatedAt: now, fault: fault && JSON.stringify(fault) })
    .where('id', '=', job.id)
    .execute();
  await context.db.deleteFrom('exportPart').where('jobId', '=', job.id).execute();
  await tellOfJob(context, job, status);
  if (job.isDryRun || status === 'cancelled') return;
  await notifyOfJob(context, job, { agentId: job.createdById, kind: 'job.finished', params: { status } });
}
