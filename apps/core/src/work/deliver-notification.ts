import { z } from 'zod';
import type { Context } from '../platform/context.ts';
import { recordEvent } from '../platform/event.ts';
import { newId } from '../platform/id.ts';
import { inTransaction } from '../platform/transaction.ts';

/** A notification as it stands in the outbox. */
export const notificationSchema = z.object({
  causeId: z.string().max(120),
  kind: z.string().max(40),
  agentIds: z.array(z.string()),
  subjectType: z.string(),
  subjectId: z.string(),
  isActionable: z.boolean(),
  params: z.record(z.string(), z.unknown()),
});
export type NotificationInput = z.infer<typeof notificationSchema>;

/** Puts a notification before each of its people in the product itself: once per cause and person, however often it is tried. */
export async function deliverNotification(context: Context, input: NotificationInput): Promise<void> {
  const notification = notificationSchema.parse(input);
  await inTransaction(context, async (context) => {
    for (const agentId of notification.agentIds) {
      const id = newId();
      const result = await context.db
        .insertInto('notification')
        .values({
          id,
          agentId,
          causeId: notification.causeId,
          kind: notification.kind,
          subjectType: notification.subjectType,
          subjectId: notification.subjectId,
          params: JSON.stringify(notification.params),
          isActionable: notification.isActionable,
          createdAt: context.now(),
        })
        .ignore()
        .executeTakeFirst();
      if (result.numInsertedOrUpdatedRows !== 1n) continue;
      await recordEvent(context, { kind: 'notification.created', subjectType: 'notification', subjectId: id, agentId });
    }
  });
}
