import { useEffect, useState } from 'react';

const STEP_MILLISECONDS = 15_000;

/** The time, begun with the server's so that both sides write the same words, then moved on by itself; epoch milliseconds. */
export function useNow(serverNow: number) {
  const [now, setNow] = useState(serverNow);
  useEffect(() => {
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), STEP_MILLISECONDS);
    return () => clearInterval(timer);
  }, [serverNow]);
  return now;
}
