import type { TadaDocumentNode } from 'gql.tada';
import { print } from 'graphql';
import { createClient } from 'graphql-sse';

const FIRST_WAIT_MILLISECONDS = 1000;
const LONGEST_WAIT_MILLISECONDS = 30_000;

const client = createClient({ url: '/graphql', headers: { 'x-handoff-csrf': '1' }, retryAttempts: 0 });

/** After a break, what happened shortly before it is told once more. */
const MOST_REMEMBERED = 2000;

const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Waits twice as long each time, with a little chance in it so that not every browser comes back at once. */
const waitBefore = (attempt: number) =>
  wait(Math.min(LONGEST_WAIT_MILLISECONDS, FIRST_WAIT_MILLISECONDS * 2 ** attempt) * (0.5 + Math.random() / 2));

export interface Feed<Result> {
  document: TadaDocumentNode<Result, { after?: string | null }>;
  eventIdOf: (result: Result) => string;
  onEvent: (result: Result) => void;
  /** The line was away for longer than the server replays; what is on screen must be read afresh. */
  onGap: () => void;
}

/** Follows a subscription until `signal` aborts; after a break it goes on from the last event that was seen. */
export async function followFeed<Result>({ document, eventIdOf, onEvent, onGap }: Feed<Result>, signal: AbortSignal) {
  const query = print(document);
  let after: string | null = null;
  let attempt = 0;
  const seen = new Set<string>();
  while (!signal.aborted) {
    const stream = client.iterate<Result>({ query, variables: { after } });
    const stop = () => void stream.return?.();
    signal.addEventListener('abort', stop, { once: true });
    try {
      for await (const { data, errors } of stream) {
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
