import type { z } from 'zod';
import { requirePermission } from '../identity/actor.ts';
import { recordAudit } from '../platform/audit.ts';
import type { Context } from '../platform/context.ts';
import { ConflictError, NotFoundError } from '../platform/errors.ts';
import { parseInput } from '../platform/parse-input.ts';
import { inTransaction } from '../platform/transaction.ts';
import { RETRYABLE_STATES } from './delivery-states.ts';
import { retryNotificationDeliveryInput } from './notifier-input.ts';
import { newsMs } from './plan-deliveries.ts';
import { wakeNotifier } from './wake-notifier.ts';

const notNow = (): ConflictError =>
  new ConflictError('not_retryable', {
    en: 'This one was sent, is being sent, or is part of another message.',
    zh: '该通知已发送、正在发送，或已并入其他消息。',
  });

/** Has a delivery tried again now, with all its attempts before it. Throws ConflictError for one that is not open to it. */
export async function retryDelivery(
  context: Context,
  input: z.input<typeof retryNotificationDeliveryInput>,
): Promise<string> {
  requirePermission(context.actor, 'channel.manage');
  const { deliveryId } = parseInput(retryNotificationDeliveryInput, input);
  return inTransaction(context, async (context) => {
    const row = await context.db
      .selectFrom('notificationDelivery')
      .select(['channelId', 'state', 'notificationId'])
      .where('id', '=', deliveryId)
      .forUpdate()
      .executeTakeFirst();
    if (!row) throw new NotFoundError('delivery');
    const isOpen = RETRYABLE_STATES.some((state) => state === row.state) && row.notificationId !== null;
    if (!isOpen) throw notNow();
    const now = context.now();
    await context.db
      .updateTable('notificationDelivery')
      .set({
        state: 'queued',
        attempts: 0,
        nextAt: now,
        expiresAt: new Date(now.getTime() + newsMs),
        fault: null,
        updatedAt: now,
      })
      .where('id', '=', deliveryId)
      .execute();
    await wakeNotifier(context, row.channelId);
    await recordAudit(context, {
      action: 'notification_delivery.retry',
      subjectType: 'notification_delivery',
      subjectId: deliveryId,
    });
    return deliveryId;
  });
}
