import { continueAsNew, proxyActivities, sleep } from '@temporalio/workflow';
import type { FieldActivities } from './field-activities.ts';

const { purgeField } = proxyActivities<FieldActivities>({
  startToCloseTimeout: '60 seconds',
  retry: { initialInterval: '1 second', maximumInterval: '1 minute' },
});

const batchesPerRun = 200;

export interface FieldWorkflowInput {
  fieldId: string;
  /** ISO 8601. */
  purgeAt: string;
  /** Where an earlier run stopped. */
  after?: string;
}

/** One workflow a deletion: its id is made of the deletion's. */
export const fieldWorkflowId = (deletionId: string): string => `field/${deletionId}`;

/** Waits until a deleted field can no longer be restored, and removes its values batch by batch. */
export async function fieldWorkflow({ fieldId, purgeAt, after }: FieldWorkflowInput): Promise<void> {
  const waitMs = Date.parse(purgeAt) - Date.now();
  if (waitMs > 0) await sleep(waitMs);
  let reached = after ?? null;
  for (let batch = 0; batch < batchesPerRun; batch++) {
    reached = (await purgeField({ fieldId, after: reached })).after;
    if (reached === null) return;
  }
  if (reached !== null) await continueAsNew<typeof fieldWorkflow>({ fieldId, purgeAt, after: reached });
}
