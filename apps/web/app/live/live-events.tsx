import { createContext, useContext, useEffect, useMemo, useRef, type ReactNode } from 'react';
import type { ResultOf } from '~/graphql/graphql.ts';
import { followFeed } from './follow-feed.ts';
import {
  callEventsSubscription,
  notificationsSubscription,
  presenceSubscription,
  ticketEventsSubscription,
} from './live-operations.ts';

export type LiveEvent =
  | { kind: 'ticket'; change: ResultOf<typeof ticketEventsSubscription>['ticketEvents'] }
  | { kind: 'notification'; change: ResultOf<typeof notificationsSubscription>['notifications'] }
  | { kind: 'call'; change: ResultOf<typeof callEventsSubscription>['callEvents'] }
  | { kind: 'presence' | 'gap' };

type Listener = (event: LiveEvent) => void;

const LiveContext = createContext<Set<Listener>>(new Set());

function followAll(tell: Listener, signal: AbortSignal, hasPhone: boolean) {
  const onGap = () => tell({ kind: 'gap' });
  void followFeed(
    {
      document: ticketEventsSubscription,
      eventIdOf: (result) => result.ticketEvents.eventId,
      onEvent: (result) => tell({ kind: 'ticket', change: result.ticketEvents }),
      onGap,
    },
    signal,
  );
  void followFeed(
    {
      document: notificationsSubscription,
      eventIdOf: (result) => result.notifications.eventId,
      onEvent: (result) => tell({ kind: 'notification', change: result.notifications }),
      onGap,
    },
    signal,
  );
  if (!hasPhone) return;
  void followFeed(
    {
      document: callEventsSubscription,
      eventIdOf: (result) => result.callEvents.eventId,
      onEvent: (result) => tell({ kind: 'call', change: result.callEvents }),
      onGap,
    },
    signal,
  );
  void followFeed(
    {
      document: presenceSubscription,
      eventIdOf: (result) => result.presence.eventId,
      onEvent: () => tell({ kind: 'presence' }),
      onGap,
    },
    signal,
  );
}

/** Ends with `signal`; the browser then gives the lock to the next tab. */
const untilAborted = (signal: AbortSignal) =>
  new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));

interface LiveEventsProviderProps {
  viewerId: string;
  hasPhone: boolean;
  children: ReactNode;
}

/**
 * One tab of this browser holds the lines to the server and tells the others, as a browser keeps no more than six open.
 */
export function LiveEventsProvider({ viewerId, hasPhone, children }: LiveEventsProviderProps) {
  const listeners = useRef(new Set<Listener>()).current;
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
  }, [viewerId, hasPhone, listeners]);
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
