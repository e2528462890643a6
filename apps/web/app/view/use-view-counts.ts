import { useFetcher } from '@remix-run/react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useLiveEvents } from '~/live/live-events.tsx';
import type { loader } from './view-counts-route.ts';
import type { ListViews } from './read-views.server.ts';

const WAIT_MILLISECONDS = 3000;

/**
 * How many rows each view has, by its name or id: as the page was loaded with, so that no tab moves, then read again a
 * moment after something has happened.
 */
export function useViewCounts(
  list: ListViews['list'],
  loaded: Readonly<Record<string, number>>,
  isTouchedBy: (kind: string) => boolean,
): Readonly<Record<string, number>> {
  const { load, data } = useFetcher<typeof loader>();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const read = useCallback(() => load(`/views/counts?list=${list}`), [load, list]);
  useEffect(() => () => clearTimeout(timer.current), []);
  useLiveEvents((event) => {
    if (event.kind !== 'gap' && !isTouchedBy(event.kind)) return;
    clearTimeout(timer.current);
    timer.current = setTimeout(read, WAIT_MILLISECONDS);
  });
  const [latest, setLatest] = useState({ loaded, data, counts: loaded });
  if (latest.loaded !== loaded) setLatest({ loaded, data, counts: loaded });
  else if (data && latest.data !== data) setLatest({ loaded, data, counts: data });
  return latest.counts;
}
