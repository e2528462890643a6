import type { CallFacts, RecordingInput } from '@handoff/plugin-sdk';
import { lockChannel } from '../channel/lock-channel.ts';
import { storeInboundEvent } from '../channel/report-event.ts';
import { dropFile, keepFile, writeFile } from '../file/keep-file.ts';
import type { Context } from '../platform/context.ts';
import { NotFoundError } from '../platform/errors.ts';
import { recordEvent } from '../platform/event/event.ts';
import { newId } from '../platform/id.ts';
import { inTransaction } from '../platform/transaction.ts';

const extensions: Record<RecordingInput['contentType'], string> = {
  'audio/wav': 'wav',
  'audio/mpeg': 'mp3',
  'audio/ogg': 'ogg',
};

/** What is known of a channel's call by the vendor's name for it. */
export async function findCallFacts(
  context: Context,
  channelId: string,
  externalId: string,
): Promise<CallFacts | null> {
  const call = await context.db
    .selectFrom('call')
    .select(['direction', 'startedAt', 'answeredAt', 'endedAt'])
    .where('channelId', '=', channelId)
    .where('externalId', '=', externalId)
    .executeTakeFirst();
  return call ? { ...call, direction: call.direction === 'outbound' ? 'outbound' : 'inbound' } : null;
}

/**
 * Keeps what a plugin recorded of a call; a repeat has no effect and leaves no file behind. Throws NotFoundError for an
 * unknown call, StorageFullError on a full disk.
 */
export async function storeRecording(context: Context, channelId: string, recording: RecordingInput): Promise<void> {
  const { recordingId, callId: externalId, content, contentType, durationSeconds } = recording;
  const fileId = newId();
  const { sizeBytes, sha256 } = await writeFile(context, fileId, content);
  const isKept = await inTransaction(context, async (context) => {
    await lockChannel(context, channelId);
    const call = await context.db
      .selectFrom('call')
      .select(['id', 'agentId'])
      .where('channelId', '=', channelId)
      .where('externalId', '=', externalId)
      .executeTakeFirst();
    if (!call) throw new NotFoundError('call');
    const isNew = await storeInboundEvent(context, channelId, {
      externalId: recordingId,
      kind: 'call.recorded',
      subject: externalId,
      payload: { fileId, contentType, durationSeconds },
    });
    if (!isNew) return false;
    const createdAt = context.now();
    await keepFile(context, {
      id: fileId,
      name: `${call.id}.${extensions[contentType]}`,
      contentType,
      sizeBytes,
      sha256,
      ownerType: 'call',
      ownerId: call.id,
      createdAt,
    });
    await context.db
      .insertInto('recording')
      .values({ id: newId(), callId: call.id, fileId, durationSeconds: Math.round(durationSeconds), createdAt })
      .execute();
    await recordEvent(context, {
      kind: 'call.recorded',
      subjectType: 'call',
      subjectId: call.id,
      agentId: call.agentId,
    });
    return true;
  }).catch(async (error: unknown) => {
    await dropFile(context, fileId);
    throw error;
  });
  if (!isKept) await dropFile(context, fileId);
}
