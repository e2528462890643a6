import type { Context } from '@handoff/core/platform/context';
import { deliverNotifications, type NotificationInput } from '@handoff/core/work/deliver-notification';

export type NotificationActivities = ReturnType<typeof createNotificationActivities>;

/** The outside of the notification workflow. */
export function createNotificationActivities({ systemContext }: { systemContext: () => Context }) {
  return {
    /** Delivers in the product: once per cause and person. */
    deliverNotification: (notification: NotificationInput): Promise<void> =>
      deliverNotifications(systemContext(), [notification]),
  };
}
