import { continueAsNew, proxyActivities, setHandler } from '@temporalio/workflow';
import type { JobActivities } from './job-activities.ts';
import { goOnSignal } from './job-messages.ts';

// A turn takes a second or two; what a killed worker had begun is taken up by another after these seconds.
const { runJob } = proxyActivities<JobActivities>({
  startToCloseTimeout: '15 seconds',
  retry: { initialInterval: '500 milliseconds', maximumInterval: '10 seconds' },
});

const { writeExport } = proxyActivities<JobActivities>({
  startToCloseTimeout: '2 hours',
  heartbeatTimeout: '10 seconds',
  retry: { initialInterval: '500 milliseconds', maximumInterval: '10 seconds' },
});

const turnsPerRun = 200;

/**
 * Works a job off, turn by turn. What is done and what waits stands in the database, so the workflow ends when there is
 * nothing to do now, be it that the job rests; going on again starts it anew.
 */
export async function jobWorkflow(jobId: string): Promise<void> {
  let isCalled = true;
  setHandler(goOnSignal, () => {
    isCalled = true;
  });
  for (let turn = 0; turn < turnsPerRun; turn++) {
    isCalled = false;
    const next = await runJob(jobId);
    if (next === 'file') await writeExport(jobId);
    else if (next === null && !isCalled) return;
  }
  await continueAsNew<typeof jobWorkflow>(jobId);
}
