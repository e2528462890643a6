import { defineSignal } from '@temporalio/workflow';

/** The job was made or goes on again. */
export const goOnSignal = defineSignal('goOn');

/** One workflow a job: its id is made of the job's. */
export const jobWorkflowId = (jobId: string): string => `job/${jobId}`;
