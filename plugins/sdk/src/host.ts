import type { CallEvent } from './telephony/call-event.ts';

/** A recording that a plugin hands over. */
export interface RecordingInput {
  /** The same for every report of the same recording: a repeat has no effect. */
  recordingId: string;
  callId: string;
  content: Uint8Array | AsyncIterable<Uint8Array>;
  contentType: 'audio/wav' | 'audio/mpeg' | 'audio/ogg';
  durationSeconds: number;
}

/** What the product knows of a call, for plugins that keep no memory of their own. */
export interface CallFacts {
  direction: 'inbound' | 'outbound';
  startedAt: Date;
  answeredAt: Date | null;
  endedAt: Date | null;
}

export interface PluginLog {
  info(facts: object, message: string): void;
  warn(facts: object, message: string): void;
  error(facts: object, message: string): void;
}

/** What the product gives to a plugin's connection. */
export interface PluginHost {
  /** Tells of an event; settles once it is stored, so that the plugin may forget it. */
  report(event: CallEvent): Promise<void>;
  /** Keeps a recording; settles once it is stored. */
  saveRecording(recording: RecordingInput): Promise<void>;
  /** Null if no such call was reported or dialled. */
  findCall(callId: string): Promise<CallFacts | null>;
  /** Says how the connection is; shown to administrators. */
  reportStatus(status: 'connected' | 'reconnecting', detail?: string): Promise<void>;
  log: PluginLog;
  now(): Date;
  /** Aborted when the connection must end. */
  signal: AbortSignal;
}
