import { Context as Activity } from '@temporalio/activity';
import type { runJob } from '@handoff/core/job/run-job';
import type { Context } from '@handoff/core/platform/context';

interface JobActivityDeps {
  /** The system's own context, fresh for each call. */
  systemContext: () => Context;
}

const heartbeatMs = 2_000;

/** What jobs need beside them, the API's schema above all, is loaded by the first one: it takes a third of a worker's memory. */
async function loadJobs() {
  const [{ runJob }, { writeExport }, { schema }] = await Promise.all([
    import('@handoff/core/job/run-job'),
    import('@handoff/core/export/write-export'),
    import('@handoff/core/graphql/schema'),
  ]);
  return { runJob, writeExport, schema };
}

export type JobActivities = ReturnType<typeof createJobActivities>;

/** The outside of the job workflow: each activity may be repeated, and every row is done once. */
export function createJobActivities({ systemContext }: JobActivityDeps) {
  return {
    /** Goes on with a job for a second or two; says what there is to do next. */
    async runJob(jobId: string): ReturnType<typeof runJob> {
      const { runJob, schema } = await loadJobs();
      return runJob(systemContext(), schema, jobId);
    },

    /** Writes the file of an export, however long it takes; a heartbeat says that its worker is alive. */
    async writeExport(jobId: string): Promise<void> {
      const { writeExport, schema } = await loadJobs();
      const beat = setInterval(() => Activity.current().heartbeat(), heartbeatMs);
      await writeExport(systemContext(), schema, jobId).finally(() => clearInterval(beat));
    },
  };
}
