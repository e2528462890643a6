import { useEffect, useRef } from 'react';

/**
 * Calls `hear` once for each answer that a fetcher brings. It looks after every render: the router keeps answers outside
 * of React's state, so a render that React discards may be the first to see one, and an effect that waits for the answer
 * to change is then never run.
 */
export function useAnswer<Answer>(answer: Answer | undefined, hear: (answer: Answer) => void): void {
  const heard = useRef(answer);
  useEffect(() => {
    if (answer === undefined || answer === heard.current) return;
    heard.current = answer;
    hear(answer);
  });
}
