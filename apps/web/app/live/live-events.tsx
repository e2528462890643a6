import { useRevalidator } from '@remix-run/react';
import { createContext, useContext, useEffect, useMemo, useRef, type ReactNode } from 'react';
import { followFeed, type FeedIds, type FeedResults } from './follow-feed.ts';

export type LiveEvent =
  | { kind: 'ticket'; change: FeedResults['tickets']['ticketEvents'] }
  | { kind: 'notification'; change: FeedResults['notifications']['notifications'] }
  | { kind: 'call'; change: FeedResults['calls']['callEvents'] }
  | { kind: 'presence' | 'gap' | 'outdated' };

type Listener = (event: LiveEvent) => void;

const LiveContext = createContext<Set<Listener>>(new Set());

function followAll(tell: Listener, signal: AbortSignal, ids: FeedIds, hasPhone: boolean) {
  const onGap = () => tell({ kind: 'gap' });
  const onOutdated = () => tell({ kind: 'outdated' });
  function follow<Name extends keyof FeedResults>(
    name: Name,
    eventIdOf: (result: FeedResults[Name]) => string,
    eventOf: (result: FeedResults[Name]) => LiveEvent,
  ) {
    const onEvent = (result: FeedResults[Name]) => tell(eventOf(result));
    void followFeed({ operationId: ids[name], eventIdOf, onEvent, onGap, onOutdated }, signal);
  }
  follow(
    'tickets',
    ({ ticketEvents }) => ticketEvents.eventId,
    ({ ticketEvents }) => ({ kind: 'ticket', change: ticketEvents }),
  );
  follow(
    'notifications',
    ({ notifications }) => notifications.eventId,
    ({ notifications }) => ({ kind: 'notification', change: notifications }),
  );
  if (!hasPhone) return;
  follow(
    'calls',
    ({ callEvents }) => callEvents.eventId,
    ({ callEvents }) => ({ kind: 'call', change: callEvents }),
  );
  follow(
    'presence',
    ({ presence }) => presence.eventId,
    () => ({ kind: 'presence' }),
  );
}

/** Ends with `signal`; the browser then gives the lock to the next tab. */
const untilAborted = (signal: AbortSignal) =>
  new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));

/** The same object as long as the operations stay the same: each answer of the server brings a new copy. */
function useStable(ids: FeedIds): FeedIds {
  const { tickets, notifications, calls, presence } = ids;
  return useMemo(() => ({ tickets, notifications, calls, presence }), [tickets, notifications, calls, presence]);
}

interface LiveEventsProviderProps {
  viewerId: string;
  feedIds: FeedIds;
  hasPhone: boolean;
  children: ReactNode;
}

/**
 * One tab of this browser holds the lines to the server and tells the others, as a browser keeps no more than six open.
 */
export function LiveEventsProvider({ viewerId, feedIds, hasPhone, children }: LiveEventsProviderProps) {
  const listeners = useRef(new Set<Listener>()).current;
  const { revalidate } = useRevalidator();
  const ids = useStable(feedIds);
  useEffect(() => {
    const readAfresh: Listener = (event) => {
      if (event.kind === 'outdated') revalidate();
    };
    listeners.add(readAfresh);
    return () => void listeners.delete(readAfresh);
  }, [listeners, revalidate]);
  useEffect(() => {
    const abort = new AbortController();
    const { signal } = abort;
    const name = `handoff-live-${viewerId}`;
    const channel = new BroadcastChannel(name);
    const tell: Listener = (event) => listeners.forEach((listener) => listener(event));
    channel.onmessage = ({ data }: MessageEvent<LiveEvent>) => tell(data);
    const lead = () =>
      followAll(
        (event) => {
          channel.postMessage(event);
          tell(event);
        },
        signal,
        ids,
        hasPhone,
      );
    if ('locks' in navigator) {
      navigator.locks
        .request(name, { signal }, () => {
          lead();
          return untilAborted(signal);
        })
        .catch(() => undefined);
    } else lead();
    return () => {
      abort.abort();
      channel.close();
    };
  }, [viewerId, ids, hasPhone, listeners]);
  return <LiveContext.Provider value={listeners}>{children}</LiveContext.Provider>;
}

/** Calls `listener` for what happens while the component is on screen. */
export function useLiveEvents(listener: Listener) {
  const listeners = useContext(LiveContext);
  const latest = useRef(listener);
  useEffect(() => {
    latest.current = listener;
  });
  const stable = useMemo<Listener>(() => (event) => latest.current(event), []);
  useEffect(() => {
    listeners.add(stable);
    return () => void listeners.delete(stable);
  }, [listeners, stable]);
}
