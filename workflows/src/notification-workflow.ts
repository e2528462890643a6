import { proxyActivities } from '@temporalio/workflow';
import type { NotificationInput } from '@handoff/core/work/deliver-notification';
import type { NotificationActivities } from './notification-activities.ts';

const { deliverNotification } = proxyActivities<NotificationActivities>({
  startToCloseTimeout: '10 seconds',
  retry: { initialInterval: '500 milliseconds', maximumInterval: '30 seconds' },
});

/** One workflow a notification: its id is made of its cause's. */
export const notificationWorkflowId = (causeId: string): string => `notification/${causeId}`;

/** Brings a notification to its people, trying until it has arrived. */
export async function notificationWorkflow(notification: NotificationInput): Promise<void> {
  await deliverNotification(notification);
}
