import { useEffect, useState } from 'react';

const WAIT_MILLISECONDS = 800;

/** Keeps what is typed for one record on this device, until it is sent. */
export function readDraft(key: string): unknown {
  if (typeof localStorage === 'undefined') return null;
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null') as unknown;
  } catch {
    return null;
  }
}

export const dropDraft = (key: string) => localStorage.removeItem(key);

/** Writes `draft` under `key` shortly after each change; answers when that was, in epoch milliseconds. */
export function useKeptDraft(key: string, draft: unknown, isChanged: boolean): number | null {
  const [keptAt, setKeptAt] = useState<number | null>(null);
  useEffect(() => {
    if (!isChanged) return;
    const timer = setTimeout(() => {
      localStorage.setItem(key, JSON.stringify(draft));
      setKeptAt(Date.now());
    }, WAIT_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [key, draft, isChanged]);
  return keptAt;
}
