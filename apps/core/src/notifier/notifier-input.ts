import { z } from 'zod';
import { idOf } from '../platform/id.ts';
import { mostChannels } from './notifier-channels.ts';
import { NOTIFICATION_KINDS } from './notification-kind.ts';

export const notificationKindSchema = z.enum(NOTIFICATION_KINDS);

export const setNotificationRulesInput = z.object({
  rules: z
    .array(
      z.object({
        kind: notificationKindSchema,
        expectedVersion: z.int().min(0).meta({ description: 'The version that was read; 0 for a rule never changed.' }),
        channelIds: z.array(idOf('Channel')).max(mostChannels),
        passesQuietHours: z.boolean(),
        mergeMinutes: z.int().min(0).max(1_440),
      }),
    )
    .min(1)
    .max(NOTIFICATION_KINDS.length),
});
export const retryNotificationDeliveryInput = z.object({ deliveryId: idOf('NotificationDelivery') });
export const sendTestNotificationInput = z.object({ channelId: idOf('Channel') });
