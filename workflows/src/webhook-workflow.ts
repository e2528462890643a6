import { ActivityFailure, ApplicationFailure, proxyActivities } from '@temporalio/workflow';
import type { WebhookActivities } from './webhook-activities.ts';

const { callOut } = proxyActivities<WebhookActivities>({
  startToCloseTimeout: '60 seconds',
  retry: { initialInterval: '1 second', maximumInterval: '5 minutes', maximumAttempts: 8 },
});
const { finishCall } = proxyActivities<WebhookActivities>({
  startToCloseTimeout: '30 seconds',
  retry: { initialInterval: '500 milliseconds', maximumInterval: '30 seconds' },
});

export interface WebhookWorkflowInput {
  url: string;
  /** Names the call, the same for each try. */
  id: string;
  body: Record<string, unknown>;
}

/** One workflow a call: its id is made of the call's. */
export const webhookWorkflowId = (key: string): string => `webhook/${key}`;

/** Calls an outside address until it answers or there is no more to hope for, and writes down what came of it. */
export async function webhookWorkflow(call: WebhookWorkflowInput): Promise<void> {
  let problem: string | null = null;
  try {
    await callOut(call);
  } catch (error) {
    const cause = error instanceof ActivityFailure ? error.cause : error;
    problem = cause instanceof ApplicationFailure ? cause.message : 'no answer';
  }
  await finishCall({ id: call.id, problem });
}
