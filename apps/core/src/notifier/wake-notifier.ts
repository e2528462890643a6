import type { Context } from '../platform/context.ts';
import { enqueue } from '../platform/outbox.ts';

/** Leaves word for the channel's sender that there is something to look at, in the caller's transaction. */
export const wakeNotifier = (context: Context, channelId: string): Promise<string> =>
  enqueue(context, { kind: 'notifier', key: channelId, payload: {} });
