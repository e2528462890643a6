import type { CallEvent, PluginHost, PluginLog, RecordingInput } from '@handoff/plugin-sdk';
import { reportChannelStatus } from '@handoff/core/channel/report-channel-status';
import { reportEvent } from '@handoff/core/channel/report-event';
import type { Context } from '@handoff/core/platform/context';
import { findCallFacts, storeRecording } from '@handoff/core/telephony/store-recording';

/** What a plugin's connection is given for one channel: each report ends in a use-case of core. */
export function createPluginHost(options: {
  channelId: string;
  systemContext: () => Context;
  log: PluginLog;
  signal: AbortSignal;
}): PluginHost {
  const { channelId, systemContext, log, signal } = options;
  return {
    log,
    signal,
    now: () => new Date(),
    report: (event: CallEvent) => reportEvent(systemContext(), channelId, event),
    saveRecording: (recording: RecordingInput) => storeRecording(systemContext(), channelId, recording),
    findCall: (callId) => findCallFacts(systemContext(), channelId, callId),
    reportStatus: (status, detail) => reportChannelStatus(systemContext(), channelId, status, detail),
  };
}
