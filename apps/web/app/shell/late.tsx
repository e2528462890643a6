import { useEffect, useState, type ReactNode } from 'react';

const QUIET_MILLISECONDS = 200;

/** Shows a skeleton only for waits that people notice. */
export function Late({ children }: { children: ReactNode }) {
  const [isLate, setIsLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setIsLate(true), QUIET_MILLISECONDS);
    return () => clearTimeout(timer);
  }, []);
  return isLate ? children : null;
}
