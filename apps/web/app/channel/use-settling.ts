import { useRevalidator } from '@remix-run/react';
import { useEffect } from 'react';

const LOOK_AGAIN_MILLISECONDS = 2000;

/** Reads the page again while a connection is being made. */
export function useSettling(channels: readonly { status: string }[]) {
  const { revalidate } = useRevalidator();
  const isSettling = channels.some(({ status }) => status === 'connecting' || status === 'reconnecting');
  useEffect(() => {
    if (!isSettling) return;
    const timer = setInterval(revalidate, LOOK_AGAIN_MILLISECONDS);
    return () => clearInterval(timer);
  }, [isSettling, revalidate]);
}
