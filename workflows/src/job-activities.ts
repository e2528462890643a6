import { runJob } from '@handoff/core/job/run-job';
import type { Context } from '@handoff/core/platform/context';

interface JobActivityDeps {
  /** The system's own context, fresh for each call. */
  systemContext: () => Context;
  /** Reads the filters that jobs keep. */
  schema: Parameters<typeof runJob>[1];
}

export type JobActivities = ReturnType<typeof createJobActivities>;

/** The outside of the job workflow: each activity may be repeated, and every row is done once. */
export function createJobActivities({ systemContext, schema }: JobActivityDeps) {
  return {
    /** Goes on with a job for a second or two; says whether there is more to do now. */
    runJob: (jobId: string): Promise<boolean> => runJob(systemContext(), schema, jobId),
  };
}
