import { Redis } from 'ioredis';
import { announceEvents, onCommittedEvent } from './event.ts';

const channel = 'handoff:event';

/**
 * Tells the other processes at once that something was committed here, and wakes the tail of this one when they do.
 * It only saves the tail's pause: what it misses while Redis is away is read from the table a few milliseconds later.
 * Returns how to stop.
 */
export function ringOtherProcesses(redisUrl: string, onError: (error: unknown) => void): () => void {
  const options = { enableOfflineQueue: false, maxRetriesPerRequest: 1, connectTimeout: 5_000, lazyConnect: true };
  const speaker = new Redis(redisUrl, options);
  const listener = new Redis(redisUrl, options);
  const self = crypto.randomUUID();
  let isRinging = false;

  const ring = (): void => {
    if (isRinging || speaker.status !== 'ready') return;
    isRinging = true;
    setImmediate(() => {
      isRinging = false;
      speaker.publish(channel, self).catch(onError);
    });
  };

  listener.on('ready', () => void listener.subscribe(channel).catch(onError));
  listener.on('message', (_channel: string, from: string) => {
    if (from !== self) announceEvents();
  });
  for (const client of [speaker, listener]) {
    client.on('error', onError);
    client.connect().catch(onError);
  }
  const stopListening = onCommittedEvent(ring);
  return () => {
    stopListening();
    speaker.disconnect();
    listener.disconnect();
  };
}
