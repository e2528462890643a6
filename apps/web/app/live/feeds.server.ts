import { createHash } from 'node:crypto';
import { print, type DocumentNode } from 'graphql';
import type { FeedIds } from './follow-feed.ts';
import {
  callEventsSubscription,
  jobEventsSubscription,
  notificationsSubscription,
  presenceSubscription,
  ticketEventsSubscription,
} from './live-operations.ts';

const operations = new Map<string, string>();

/** The browser names an operation by the hash of its text, as Apollo's persisted queries do, and need not carry it. */
function persist(document: DocumentNode): string {
  const text = print(document);
  const id = createHash('sha256').update(text).digest('hex');
  operations.set(id, text);
  return id;
}

/** What the browser follows; a browser that was loaded before an upgrade is told that its ids are not known, and asks for these. */
export const feedIds: FeedIds = {
  tickets: persist(ticketEventsSubscription),
  notifications: persist(notificationsSubscription),
  jobs: persist(jobEventsSubscription),
  calls: persist(callEventsSubscription),
  presence: persist(presenceSubscription),
};

export const findPersistedOperation = (id: string): string | null => operations.get(id) ?? null;
