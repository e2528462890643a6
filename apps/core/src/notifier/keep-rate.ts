import type { Context } from '../platform/context.ts';
import type { NotifierChannel } from './notifier-channels.ts';

/**
 * When the next message may be sent over a channel whose vendor takes only so many within a time: null for now. Counts
 * attempts of all processes, tests too, by what stands in the database, so that a restart forgets none.
 */
export async function rateOpensAt(context: Context, channel: NotifierChannel): Promise<Date | null> {
  const { rate } = channel.service;
  if (!rate) return null;
  const now = context.now();
  const since = new Date(now.getTime() - rate.seconds * 1000);
  const attempts = await context.db
    .selectFrom('notificationDelivery')
    .select('attemptedAt')
    .where('channelId', '=', channel.id)
    .where('attemptedAt', '>', since)
    .orderBy('attemptedAt', 'desc')
    .limit(rate.messages)
    .execute();
  const oldest = attempts.length < rate.messages ? null : attempts.at(-1)?.attemptedAt;
  return oldest ? new Date(oldest.getTime() + rate.seconds * 1000) : null;
}
