import { patched, proxyActivities, proxyLocalActivities } from '@temporalio/workflow';
import type { NotificationInput } from '@handoff/core/work/deliver-notification';
import type { NotificationActivities } from './notification-activities.ts';

const delivering = {
  startToCloseTimeout: '10 seconds',
  retry: { initialInterval: '500 milliseconds', maximumInterval: '30 seconds' },
} as const;
const { deliverNotification } = proxyActivities<NotificationActivities>(delivering);
/** Within the workflow's own task: the server writes a third as much. */
const { deliverNotification: deliverAtOnce } = proxyLocalActivities<NotificationActivities>(delivering);

/** Brings a notification to its people. The dispatcher does so itself now; runs that began before that end here. */
export async function notificationWorkflow(notification: NotificationInput): Promise<void> {
  // Runs from before end as they began.
  const deliver = patched('deliver-at-once') ? deliverAtOnce : deliverNotification;
  await deliver(notification);
}
