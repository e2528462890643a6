import { PluginError, type CallEndReason } from '@handoff/plugin-sdk';
import type { SimulatorHost } from './config.ts';
import { makeWav } from './make-wav.ts';

/** Ends a call and hands over its recording. A repeat ends and records nothing more. Throws PluginError for an unknown call. */
export async function endCall(host: SimulatorHost, callId: string, reason: CallEndReason): Promise<void> {
  const call = await host.findCall(callId);
  if (!call) {
    throw new PluginError(
      'unknown_call',
      {
        en: `There is no call ${callId}. Take the id from the call list.`,
        zh: `没有通话 ${callId}，请从通话列表中选取。`,
      },
      false,
    );
  }
  const endedAt = call.endedAt ?? host.now();
  await host.report({ kind: 'call.ended', eventId: `${callId}:ended`, callId, at: endedAt, reason });
  if (!host.config.isRecording || !call.answeredAt) return;
  const talkSeconds = Math.max(1, Math.round((endedAt.getTime() - call.answeredAt.getTime()) / 1000));
  const durationSeconds = Math.min(talkSeconds, host.config.maxRecordingSeconds);
  await host.saveRecording({
    recordingId: `${callId}:recording`,
    callId,
    content: makeWav(durationSeconds),
    contentType: 'audio/wav',
    durationSeconds,
  });
}
