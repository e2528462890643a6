import { useFetchers, useNavigation, useRevalidator } from '@remix-run/react';
import { useCallback, useEffect, useState } from 'react';

/**
 * Reads once nothing is being read. What is asked for meanwhile is asked for once afterwards: the router would break off the
 * reading that is under way, which the browser reports as an error.
 */
export function useOnceIdle(state: 'idle' | 'loading' | 'submitting', read: () => void): () => void {
  const [isStale, setIsStale] = useState(false);
  useEffect(() => {
    if (!isStale || state !== 'idle') return;
    setIsStale(false);
    read();
  }, [isStale, state, read]);
  return useCallback(() => setIsStale(true), []);
}

/** Reads a page's data again, when nothing that the page has sent or asked for is under way. */
export function useRefresh(): () => void {
  const { revalidate, state } = useRevalidator();
  const { state: navigating } = useNavigation();
  const isAsking = useFetchers().some((fetcher) => fetcher.state !== 'idle');
  const isIdle = state === 'idle' && navigating === 'idle' && !isAsking;
  return useOnceIdle(isIdle ? 'idle' : 'loading', revalidate);
}
