import { Context as Activity } from '@temporalio/activity';
import { writeExport } from '@handoff/core/export/write-export';
import { runJob } from '@handoff/core/job/run-job';
import type { Context } from '@handoff/core/platform/context';

interface JobActivityDeps {
  /** The system's own context, fresh for each call. */
  systemContext: () => Context;
  /** Reads the filters that jobs keep. */
  schema: Parameters<typeof runJob>[1];
}

const heartbeatMs = 2_000;

export type JobActivities = ReturnType<typeof createJobActivities>;

/** The outside of the job workflow: each activity may be repeated, and every row is done once. */
export function createJobActivities({ systemContext, schema }: JobActivityDeps) {
  return {
    /** Goes on with a job for a second or two; says what there is to do next. */
    runJob: (jobId: string): ReturnType<typeof runJob> => runJob(systemContext(), schema, jobId),

    /** Writes the file of an export, however long it takes; a heartbeat says that its worker is alive. */
    async writeExport(jobId: string): Promise<void> {
      const beat = setInterval(() => Activity.current().heartbeat(), heartbeatMs);
      await writeExport(systemContext(), schema, jobId).finally(() => clearInterval(beat));
    },
  };
}
