import type { CallFacts, PluginHost, RecordingInput } from '../host.ts';
import { callEventSchema, type CallEvent } from '../telephony/call-event.ts';

/** A host for tests: keeps what is reported as the product would, each event and recording once. */
export interface RecordingHost extends PluginHost {
  /** Everything that was reported, repeats too. */
  reports: CallEvent[];
  /** Each event once, in the order of its first report. */
  events(): CallEvent[];
  recordings: Map<string, { input: RecordingInput; content: Buffer }>;
  /** Moves the host's clock (s). */
  pass(seconds: number): void;
  /** Puts a call there as `dial` would. */
  addOutbound(callId: string): void;
  abort(): void;
}

async function bytesOf(content: RecordingInput['content']): Promise<Buffer> {
  if (content instanceof Uint8Array) return Buffer.from(content);
  const parts: Uint8Array[] = [];
  for await (const part of content) parts.push(part);
  return Buffer.concat(parts);
}

export function createRecordingHost(start = new Date('2026-03-18T06:30:00Z')): RecordingHost {
  const reports: CallEvent[] = [];
  const recordings: RecordingHost['recordings'] = new Map();
  const outbound = new Set<string>();
  const controller = new AbortController();
  let now = start.getTime();
  const events = () => [...new Map(reports.toReversed().map((event) => [event.eventId, event])).values()].toReversed();

  const findCall = (callId: string): CallFacts | null => {
    const own = events().filter((event) => event.callId === callId);
    const offered = own.find((event) => event.kind === 'call.offered');
    if (!offered && !outbound.has(callId)) return null;
    return {
      direction: offered?.direction ?? 'outbound',
      startedAt: offered?.at ?? start,
      answeredAt: own.find((event) => event.kind === 'call.answered')?.at ?? null,
      endedAt: own.find((event) => event.kind === 'call.ended')?.at ?? null,
    };
  };

  return {
    reports,
    events,
    recordings,
    pass: (seconds) => (now += seconds * 1000),
    addOutbound: (callId) => outbound.add(callId),
    abort: () => controller.abort(),
    report: (event) => {
      reports.push(callEventSchema.parse(event));
      return Promise.resolve();
    },
    saveRecording: async (input) => {
      const content = await bytesOf(input.content);
      if (!recordings.has(input.recordingId)) recordings.set(input.recordingId, { input, content });
    },
    findCall: (callId) => Promise.resolve(findCall(callId)),
    reportStatus: () => Promise.resolve(),
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    now: () => new Date(now),
    signal: controller.signal,
  };
}
