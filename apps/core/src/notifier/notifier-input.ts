import { z } from 'zod';
import { idOf } from '../platform/id.ts';
import { mostChannels } from './notifier-channels.ts';
import { NOTIFICATION_KINDS } from './notification-kind.ts';

/** Written as notifications themselves have it, such as ticket.sla_breached. */
const kind = z.string().max(40).pipe(z.enum(NOTIFICATION_KINDS));

export const setNotificationRulesInput = z.object({
  rules: z
    .array(
      z.object({
        kind,
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
