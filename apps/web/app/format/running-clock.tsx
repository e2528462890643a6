import { useEffect, useState } from 'react';
import { formatClock } from './format-duration.ts';

interface RunningClockProps {
  label: string;
  /** Counts up from here; epoch milliseconds. */
  since?: number;
  /** Counts down to here, then stands at 0:00; epoch milliseconds. */
  until?: number;
}

/** A clock that ticks without being read out; its change of state is announced by what holds it. */
export function RunningClock({ label, since, until }: RunningClockProps) {
  const [now, setNow] = useState<number | null>(null);
  useEffect(() => {
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, [since, until]);
  const seconds = now === null ? 0 : until !== undefined ? (until - now) / 1000 : (now - (since ?? now)) / 1000;
  return (
    <span role="timer" aria-label={label} className="clock">
      {formatClock(seconds)}
    </span>
  );
}
