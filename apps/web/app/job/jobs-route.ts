import type { LoaderFunctionArgs } from '@remix-run/node';
import { defineAction } from '~/admin/define-action.server.ts';
import { executeOperation } from '~/graphql/execute.server.ts';
import {
  cancelJobMutation,
  createJobMutation,
  pauseJobMutation,
  resumeJobMutation,
  startDryRunMutation,
  trayQuery,
  undoJobMutation,
  type JobFacts,
} from './job-operations.ts';

/** The person's latest jobs, for the tray. */
export async function loader({ request }: LoaderFunctionArgs): Promise<JobFacts[]> {
  const { jobs } = await executeOperation(request, trayQuery);
  return jobs.edges.map((edge) => edge.node);
}

/** Everything that can be asked of jobs. */
export const action = defineAction({
  create: createJobMutation,
  START: startDryRunMutation,
  PAUSE: pauseJobMutation,
  RESUME: resumeJobMutation,
  CANCEL: cancelJobMutation,
  UNDO: undoJobMutation,
});
