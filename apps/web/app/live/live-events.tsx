import { createContext, useContext, useEffect, useMemo, useRef, type ReactNode } from 'react';
import { followFeed, type FeedIds, type FeedResults } from './follow-feed.ts';
import { useRefresh } from './use-refresh.ts';

export type LiveEvent =
  | { kind: 'ticket'; change: FeedResults['tickets']['ticketEvents'] }
  | { kind: 'notification'; change: FeedResults['notifications']['notifications'] }
  | { kind: 'job'; change: FeedResults['jobs']['jobEvents'] }
  | { kind: 'call'; change: FeedResults['calls']['callEvents'] }
  | { kind: 'presence' | 'gap' | 'outdated' };

type Listener = (event: LiveEvent) => void;

/** Whoever still needs the line to own jobs asks for it again before. */
const JOB_LINE_MILLISECONDS = 30_000;

/** Tells the other tabs what happened, or that this one shows a job at work. */
type Message = LiveEvent | { kind: 'wantJobs' };

interface Live {
  listeners: Set<Listener>;
  /** Asks that own jobs be followed for the next half minute. */
  wantJobs: () => void;
}

const LiveContext = createContext<Live>({ listeners: new Set(), wantJobs: () => undefined });

type Follow = <Name extends keyof FeedResults>(
  name: Name,
  eventIdOf: (result: FeedResults[Name]) => string,
  eventOf: (result: FeedResults[Name]) => LiveEvent,
) => void;

function followWith(tell: Listener, signal: AbortSignal, ids: FeedIds): Follow {
  const onGap = () => tell({ kind: 'gap' });
  const onOutdated = () => tell({ kind: 'outdated' });
  return (name, eventIdOf, eventOf) =>
    void followFeed(
      { operationId: ids[name], eventIdOf, onEvent: (result) => tell(eventOf(result)), onGap, onOutdated },
      signal,
    );
}

/** A line that is open for as long as somebody asks for it, since most people have no job at work most of the time. */
function jobLine(tell: Listener, signal: AbortSignal, ids: FeedIds): () => void {
  let line: AbortController | null = null;
  let closing: ReturnType<typeof setTimeout> | undefined;
  const close = () => {
    clearTimeout(closing);
    line?.abort();
    line = null;
  };
  signal.addEventListener('abort', close, { once: true });
  return () => {
    if (signal.aborted) return;
    clearTimeout(closing);
    closing = setTimeout(close, JOB_LINE_MILLISECONDS);
    if (line) return;
    line = new AbortController();
    followWith(tell, line.signal, ids)(
      'jobs',
      ({ jobEvents }) => jobEvents.eventId,
      ({ jobEvents }) => ({ kind: 'job', change: jobEvents }),
    );
  };
}

function followAll(tell: Listener, signal: AbortSignal, ids: FeedIds, hasPhone: boolean) {
  const follow = followWith(tell, signal, ids);
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
  const { tickets, notifications, jobs, calls, presence } = ids;
  return useMemo(
    () => ({ tickets, notifications, jobs, calls, presence }),
    [tickets, notifications, jobs, calls, presence],
  );
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
  const refresh = useRefresh();
  const wantJobs = useRef<() => void>(() => undefined);
  const ids = useStable(feedIds);
  useEffect(() => {
    const readAfresh: Listener = (event) => {
      if (event.kind === 'outdated') refresh();
    };
    listeners.add(readAfresh);
    return () => void listeners.delete(readAfresh);
  }, [listeners, refresh]);
  useEffect(() => {
    const abort = new AbortController();
    const { signal } = abort;
    const name = `handoff-live-${viewerId}`;
    const channel = new BroadcastChannel(name);
    const tell: Listener = (event) => listeners.forEach((listener) => listener(event));
    let openJobLine: () => void = () => undefined;
    channel.onmessage = ({ data }: MessageEvent<Message>) => (data.kind === 'wantJobs' ? openJobLine() : tell(data));
    wantJobs.current = () => {
      channel.postMessage({ kind: 'wantJobs' } satisfies Message);
      openJobLine();
    };
    const lead = () => {
      const tellAll: Listener = (event) => {
        channel.postMessage(event);
        tell(event);
      };
      openJobLine = jobLine(tellAll, signal, ids);
      followAll(tellAll, signal, ids, hasPhone);
    };
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
  const live = useMemo<Live>(() => ({ listeners, wantJobs: () => wantJobs.current() }), [listeners]);
  return <LiveContext.Provider value={live}>{children}</LiveContext.Provider>;
}

/** Calls `listener` for what happens while the component is on screen. */
export function useLiveEvents(listener: Listener) {
  const { listeners } = useContext(LiveContext);
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

const ASK_AGAIN_MILLISECONDS = 20_000;
const SOON_MILLISECONDS = 1500;

/** Calls `onNews` when an own job goes on, as long as one is at work; the line to the server is held no longer than that. */
export function useJobNews(isAtWork: boolean, onNews: () => void) {
  const { wantJobs } = useContext(LiveContext);
  useLiveEvents((event) => {
    if (isAtWork && (event.kind === 'job' || event.kind === 'gap')) onNews();
  });
  useEffect(() => {
    if (!isAtWork) return;
    wantJobs();
    // What happened before the line was open was told to nobody.
    const soon = setTimeout(onNews, SOON_MILLISECONDS);
    const again = setInterval(() => {
      wantJobs();
      onNews();
    }, ASK_AGAIN_MILLISECONDS);
    return () => {
      clearTimeout(soon);
      clearInterval(again);
    };
  }, [isAtWork, wantJobs, onNews]);
}
