import type { z } from 'zod';
import { defineMutation } from '../graphql/mutation.ts';
import type { Context } from '../platform/context.ts';
import { viewQuery } from '../view/saved-view-input.ts';
import { readViewQuery } from '../view/view-list.ts';
import { cancelJob, pauseJob, resumeJob } from './control-job.ts';
import { createJob } from './create-job.ts';
import { createJobInput, jobIdInput } from './job-input.ts';
import { Job } from './job.graphql.ts';
import { startDryRun } from './start-dry-run.ts';
import { undoJob } from './undo-job.ts';

defineMutation({
  name: 'createJob',
  description: 'Changes many tickets, each with the rights of the caller. Needs ticket.read.',
  input: createJobInput,
  run: async (context, input, schema) => {
    if (input.query) readViewQuery(schema, 'tickets', viewQuery.parse(input.query));
    return { jobId: await createJob(context, input) };
  },
  fields: (t) => ({ job: t.field({ type: Job, nullable: true, resolve: (result) => result.jobId }) }),
});

function jobMutation(
  name: string,
  description: string,
  run: (context: Context, input: z.input<typeof jobIdInput>) => Promise<string>,
): void {
  defineMutation({
    name,
    description,
    input: jobIdInput,
    run: async (context, input) => ({ jobId: await run(context, input) }),
    fields: (t) => ({ job: t.field({ type: Job, nullable: true, resolve: (result) => result.jobId }) }),
  });
}

jobMutation('startDryRun', 'Does what a dry run has tried, on the same records.', startDryRun);
jobMutation('pauseJob', 'Lets a job rest after the records that are being done.', pauseJob);
jobMutation('resumeJob', 'Goes on with a paused job.', resumeJob);
jobMutation('cancelJob', 'Ends a job; what it has done stays done.', cancelJob);
jobMutation('undoJob', 'Takes back what a job has done, by a job of its own.', undoJob);
