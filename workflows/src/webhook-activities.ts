import { finishWebhook } from '@handoff/core/automation/trigger/finish-webhook';
import type { Context } from '@handoff/core/platform/context';
import type { OutgoingRules } from '@handoff/core/platform/outgoing/outgoing-guard';
import { callWebhook } from './call-webhook.ts';
import type { WebhookWorkflowInput } from './webhook-workflow.ts';

interface WebhookActivityDeps {
  /** The system's own context, fresh for each call. */
  systemContext: () => Context;
  outgoing: OutgoingRules;
}

export type WebhookActivities = ReturnType<typeof createWebhookActivities>;

/** The outside of the webhook workflow: each activity may be repeated; a receiver drops a repeated call by its id. */
export function createWebhookActivities({ systemContext, outgoing }: WebhookActivityDeps) {
  return {
    /** Calls. Throws while it may still succeed, so that it is tried again. */
    callOut: (call: WebhookWorkflowInput): Promise<void> => callWebhook(outgoing, call),

    /** Writes into the run log what came of it; null if it got through. */
    finishCall: ({ id, problem }: { id: string; problem: string | null }): Promise<void> =>
      finishWebhook(systemContext(), id, problem),
  };
}
