import { useEffect } from 'react';
import { useRefresh } from '~/live/use-refresh.ts';

const LOOK_AGAIN_MILLISECONDS = 2000;

/** Reads the page again while a connection is being made. */
export function useSettling(channels: readonly { status: string }[]) {
  const refresh = useRefresh();
  const isSettling = channels.some(({ status }) => status === 'connecting' || status === 'reconnecting');
  useEffect(() => {
    if (!isSettling) return;
    const timer = setInterval(refresh, LOOK_AGAIN_MILLISECONDS);
    return () => clearInterval(timer);
  }, [isSettling, refresh]);
}
