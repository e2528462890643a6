import { z } from 'zod';
import { requireAgent } from '../identity/actor.ts';
import type { Context } from '../platform/context.ts';
import { idOf } from '../platform/id.ts';
import { parseInput } from '../platform/parse-input.ts';

export const readNotificationsInput = z.object({
  notificationIds: z.array(idOf('Notification')).max(100).nullish(),
});

/** Marks the caller's notifications as read: the named ones, or all. Returns how many were unread. */
export async function readNotifications(
  context: Context,
  input: z.input<typeof readNotificationsInput>,
): Promise<number> {
  const agentId = requireAgent(context.actor);
  const { notificationIds } = parseInput(readNotificationsInput, input);
  if (notificationIds?.length === 0) return 0;
  let query = context.db
    .updateTable('notification')
    .set({ readAt: context.now() })
    .where('agentId', '=', agentId)
    .where('readAt', 'is', null);
  if (notificationIds) query = query.where('id', 'in', notificationIds);
  const result = await query.executeTakeFirst();
  return Number(result.numUpdatedRows);
}
