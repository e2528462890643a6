import type { Actor } from '@handoff/core/identity/actor';
import { renewActors } from '@handoff/core/identity/renew-actors';
import { services } from './services.server.ts';

const everyMs = 3_000;

interface Subscriber {
  actor: Actor;
  /** Told what the subscriber may do now; null if they may not be here any more. */
  onRenewed: (actor: Actor | null) => void;
}

const subscribers = new Set<Subscriber>();
let timer: NodeJS.Timeout | undefined;

async function look(): Promise<void> {
  const asked = [...subscribers];
  try {
    const renewed = await renewActors(
      services.db,
      asked.map(({ actor }) => actor),
      new Date(),
    );
    for (const [index, subscriber] of asked.entries()) subscriber.onRenewed(renewed[index] ?? null);
  } catch (error) {
    services.log.warn({ err: error }, 'could not check the subscribers');
  }
  timer = subscribers.size > 0 ? setTimeout(() => void look(), everyMs) : undefined;
}

/**
 * Looks every 3 s whether the subscriber is still signed in and what they may do, together for all of this process.
 * Returns how to stop.
 */
export function watchSubscriber(actor: Actor, onRenewed: Subscriber['onRenewed']): () => void {
  const subscriber = { actor, onRenewed };
  subscribers.add(subscriber);
  timer ??= setTimeout(() => void look(), everyMs);
  return () => subscribers.delete(subscriber);
}
