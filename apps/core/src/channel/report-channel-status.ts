import type { Context } from '../platform/context.ts';
import { recordEvent } from '../platform/event/event.ts';
import { inTransaction } from '../platform/transaction.ts';

export type ChannelStatus = 'off' | 'ready' | 'connecting' | 'connected' | 'reconnecting' | 'failed';

/** Says how a channel's connection is, for administrators. */
export async function reportChannelStatus(
  context: Context,
  channelId: string,
  status: ChannelStatus,
  detail?: string,
): Promise<void> {
  await inTransaction(context, async (context) => {
    await context.db
      .updateTable('channel')
      .set({ status, statusDetail: detail?.slice(0, 500) ?? null, statusAt: context.now() })
      .where('id', '=', channelId)
      .execute();
    await recordEvent(context, {
      kind: 'channel.status',
      subjectType: 'channel',
      subjectId: channelId,
      payload: { status },
    });
  });
}
