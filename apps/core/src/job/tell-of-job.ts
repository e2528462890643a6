import type { Context } from '../platform/context.ts';
import { recordEvent } from '../platform/event/event.ts';

/** Tells whoever asked for a job that it has gone on. */
export async function tellOfJob(
  context: Context,
  job: { id: string; createdById: string },
  kind: string,
): Promise<void> {
  await recordEvent(context, {
    kind: `job.${kind}`,
    subjectType: 'job',
    subjectId: job.id,
    agentId: job.createdById,
  });
}
