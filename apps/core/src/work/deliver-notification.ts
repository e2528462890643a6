import { z } from 'zod';
import type { Context } from '../platform/context.ts';
import { recordEvent } from '../platform/event/event.ts';
import { newId } from '../platform/id.ts';
import { insertRows } from '../platform/insert-rows.sql.ts';
import { inTransaction } from '../platform/transaction.ts';
import { planDeliveries } from '../notifier/plan-deliveries.ts';

/** A notification as it stands in the outbox. */
export const notificationSchema = z.object({
  causeId: z.string().max(120),
  kind: z.string().max(40),
  agentIds: z.array(z.string()),
  subjectType: z.string(),
  subjectId: z.string(),
  isActionable: z.boolean(),
  params: z.record(z.string(), z.unknown()),
  /** Over which channels it leaves the product too; where nothing is said, as the company has set for its kind. */
  channelIds: z.array(z.string()).max(20).optional(),
});
export type NotificationInput = z.infer<typeof notificationSchema>;

/**
 * Puts notifications before their people in the product itself, and on their way over the channels that carry them, all in
 * one transaction: once per cause and person, however often it is tried.
 */
export async function deliverNotifications(
  context: Context,
  notifications: readonly NotificationInput[],
): Promise<void> {
  const createdAt = context.now();
  const channelsOf = new Map<string, readonly string[]>();
  const rows = notifications.flatMap(({ agentIds, params, channelIds, ...told }) => {
    const kept = { ...told, params: JSON.stringify(params), createdAt };
    return agentIds.map((agentId) => {
      const id = newId();
      if (channelIds) channelsOf.set(id, channelIds);
      return { id, agentId, ...kept };
    });
  });
  if (rows.length === 0) return;
  await inTransaction(context, async (context) => {
    await insertRows(context, 'notification', rows, 'ignore');
    // Who had it already keeps that one, and is not told again.
    const ids = rows.map(({ id }) => id);
    const made = await context.db
      .selectFrom('notification')
      .select(['id', 'agentId', 'causeId', 'kind', 'subjectId'])
      .where('id', 'in', ids)
      .execute();
    for (const { id, agentId } of made) {
      await recordEvent(context, { kind: 'notification.created', subjectType: 'notification', subjectId: id, agentId });
    }
    await planDeliveries(
      context,
      made.map((one) => ({ ...one, channelIds: channelsOf.get(one.id) })),
    );
  });
}

/** As `deliverNotifications`, for one as it comes out of the outbox. Throws a ZodError for what is no notification. */
export function deliverNotification(context: Context, notification: unknown): Promise<void> {
  return deliverNotifications(context, [notificationSchema.parse(notification)]);
}
