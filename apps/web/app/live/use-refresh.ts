import { useRevalidator } from '@remix-run/react';
import { useCallback, useEffect, useState } from 'react';

/**
 * Reads a page's data again. What is asked for while they are being read is asked for once afterwards: the router would
 * break off the reading that is under way, which the browser reports as an error.
 */
export function useRefresh(): () => void {
  const { revalidate, state } = useRevalidator();
  const [isStale, setIsStale] = useState(false);
  useEffect(() => {
    if (!isStale || state !== 'idle') return;
    setIsStale(false);
    revalidate();
  }, [isStale, state, revalidate]);
  return useCallback(() => setIsStale(true), []);
}
