import type { ResultOf } from '~/graphql/graphql.ts';
import { createClient } from 'graphql-sse';
import type {
  callEventsSubscription,
  jobEventsSubscription,
  notificationsSubscription,
  presenceSubscription,
  ticketEventsSubscription,
} from './live-operations.ts';

const FIRST_WAIT_MILLISECONDS = 1000;
const LONGEST_WAIT_MILLISECONDS = 30_000;

const client = createClient({ url: '/graphql', headers: { 'x-handoff-csrf': '1' }, retryAttempts: 0 });

/** After a break, what happened shortly before it is told once more. */
const MOST_REMEMBERED = 2000;

const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Waits twice as long each time, with a little chance in it so that not every browser comes back at once. */
const waitBefore = (attempt: number) =>
  wait(Math.min(LONGEST_WAIT_MILLISECONDS, FIRST_WAIT_MILLISECONDS * 2 ** attempt) * (0.5 + Math.random() / 2));

/** What each feed answers. */
export interface FeedResults {
  tickets: ResultOf<typeof ticketEventsSubscription>;
  notifications: ResultOf<typeof notificationsSubscription>;
  jobs: ResultOf<typeof jobEventsSubscription>;
  calls: ResultOf<typeof callEventsSubscription>;
  presence: ResultOf<typeof presenceSubscription>;
}

/** The persisted operation behind each feed. */
export type FeedIds = Readonly<Record<keyof FeedResults, string>>;

export interface Feed<Result> {
  operationId: string;
  eventIdOf: (result: Result) => string;
  onEvent: (result: Result) => void;
  /** The line was away for longer than the server replays; what is on screen must be read afresh. */
  onGap: () => void;
  /** The server has another version of this operation now. */
  onOutdated: () => void;
}

/** Follows a subscription until `signal` aborts; after a break it goes on from the last event that was seen. */
export async function followFeed<Result>(feed: Feed<Result>, signal: AbortSignal) {
  const { operationId, eventIdOf, onEvent, onGap, onOutdated } = feed;
  const extensions = { persistedQuery: { version: 1, sha256Hash: operationId } };
  let after: string | null = null;
  let attempt = 0;
  const seen = new Set<string>();
  while (!signal.aborted) {
    const stream = client.iterate<Result>({ query: '', extensions, variables: { after } });
    const stop = () => void stream.return?.();
    signal.addEventListener('abort', stop, { once: true });
    try {
      for await (const { data, errors } of stream) {
        if (errors?.some((error) => error.extensions?.code === 'PERSISTED_QUERY_NOT_IN_LIST')) onOutdated();
        if (errors?.length) throw new Error(errors[0]?.message);
        if (!data) continue;
        attempt = 0;
        after = eventIdOf(data);
        if (seen.has(after)) continue;
        seen.add(after);
        if (seen.size > MOST_REMEMBERED) for (const id of [...seen].slice(0, MOST_REMEMBERED / 2)) seen.delete(id);
        onEvent(data);
      }
    } catch {
      if (after !== null && attempt === 1) {
        after = null;
        onGap();
      }
    }
    signal.removeEventListener('abort', stop);
    await waitBefore(attempt);
    attempt += 1;
  }
}
