import { z } from 'zod';
import type { Context } from '../platform/context.ts';
import { recordEvent } from '../platform/event/event.ts';
import { newId } from '../platform/id.ts';
import { insertRows } from '../platform/insert-rows.sql.ts';
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
  const { causeId, agentIds, params, ...told } = notification;
  if (agentIds.length === 0) return;
  const rows = agentIds.map((agentId) => ({
    id: newId(),
    agentId,
    causeId,
    ...told,
    params: JSON.stringify(params),
    createdAt: context.now(),
  }));
  await inTransaction(context, async (context) => {
    await insertRows(context, 'notification', rows, 'ignore');
    const kept = await context.db
      .selectFrom('notification')
      .select(['id', 'agentId'])
      .where('causeId', '=', causeId)
      .where('agentId', 'in', agentIds)
      .execute();
    // Who had it already keeps that one, and is not told again.
    const made = new Set(rows.map(({ id }) => id));
    for (const { id, agentId } of kept.filter((row) => made.has(row.id))) {
      await recordEvent(context, { kind: 'notification.created', subjectType: 'notification', subjectId: id, agentId });
    }
  });
}
