import { callEventSchema, type CallEvent } from '@handoff/plugin-sdk';
import type { Context } from '../platform/context.ts';
import { newId } from '../platform/id.ts';
import { inTransaction, isDuplicateKey } from '../platform/transaction.ts';
import { applyCallEvents } from '../telephony/apply-call-events.ts';
import { lockChannel } from './lock-channel.ts';

/** Stores an event of a channel; false if it was stored before. Must run under the channel's lock. */
export async function storeInboundEvent(
  context: Context,
  channelId: string,
  event: { externalId: string; kind: string; subject: string; payload: unknown },
): Promise<boolean> {
  try {
    await context.db
      .insertInto('inboundEvent')
      .values({ ...event, id: newId(), channelId, payload: JSON.stringify(event.payload), receivedAt: context.now() })
      .execute();
    return true;
  } catch (error) {
    if (isDuplicateKey(error)) return false;
    throw error;
  }
}

/**
 * Takes in what a plugin reports: stores the event once and applies it in the same transaction. A repeat has no
 * effect, and the order of arrival does not matter. Throws NotFoundError for an unknown channel.
 */
export async function reportEvent(context: Context, channelId: string, event: CallEvent): Promise<void> {
  const { eventId, callId, kind } = callEventSchema.parse(event);
  await inTransaction(context, async (context) => {
    await lockChannel(context, channelId);
    const isNew = await storeInboundEvent(context, channelId, {
      externalId: eventId,
      kind,
      subject: callId,
      payload: event,
    });
    if (isNew) await applyCallEvents(context, channelId, callId);
  });
}
