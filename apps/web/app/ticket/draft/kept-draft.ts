import { useCallback, useEffect, useRef, useState } from 'react';

const WAIT_MILLISECONDS = 800;
const RETRY_MILLISECONDS = 15_000;

export type Content = Record<string, unknown>;

interface OnDevice {
  content: Content | null;
  at: number;
}

/** What the server holds, and since when (ISO 8601). */
export interface StoredDraft {
  content: unknown;
  updatedAt: string;
}

function readDevice(key: string): OnDevice | null {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null') as OnDevice | null;
  } catch {
    return null;
  }
}

interface KeptDraftOptions {
  /** Under which this device holds it while the server cannot be reached. */
  deviceKey: string;
  stored: StoredDraft | null;
  isOpen: boolean;
  /** What is typed now; null for nothing. */
  content: Content | null;
  /** Has the server keep it, or with null forget it; false if it did not. */
  keep: (content: Content | null) => Promise<boolean>;
  /** Puts back what this device still holds because the server could not take it. */
  restore: (content: Content) => void;
}

export interface KeptDraft {
  /** When what is typed was last kept, in epoch milliseconds. */
  keptAt: number | null;
  /** Kept here alone, because the server could not be reached. */
  isOnDevice: boolean;
  /** Keeps nothing more, now that it is sent; resolves once what was on its way has arrived. */
  stop: () => Promise<void>;
  /** Keeps it again, because it was not taken. */
  resume: () => void;
  /** Forgets it, once it is sent. */
  drop: () => void;
}

/**
 * Keeps unsent work on the server, shortly after each change and when the page is left. Until the server has it, this
 * device holds it too, and offers it again.
 */
export function useKeptDraft(options: KeptDraftOptions): KeptDraft {
  const { isOpen, content } = options;
  const [{ key, stored }] = useState({ key: options.deviceKey, stored: options.stored });
  const [kept, setKept] = useState({ at: stored ? Date.parse(stored.updatedAt) : null, isOnDevice: false });
  const text = JSON.stringify(content);
  const known = useRef(JSON.stringify(stored?.content ?? null));
  const newest = useRef(text);
  const sending = useRef<Promise<unknown>>(Promise.resolve());
  const retry = useRef<ReturnType<typeof setTimeout>>(undefined);
  const isStopped = useRef(false);
  const latest = useRef(options);
  latest.current = options;

  const save = useCallback(() => {
    clearTimeout(retry.current);
    sending.current = sending.current.then(async () => {
      const wanted = newest.current;
      if (wanted === known.current || isStopped.current) return;
      const next = JSON.parse(wanted) as Content | null;
      const at = Date.now();
      localStorage.setItem(key, JSON.stringify({ content: next, at } satisfies OnDevice));
      const isTaken = await latest.current.keep(next);
      if (isTaken) {
        known.current = wanted;
        localStorage.removeItem(key);
      } else if (!isStopped.current) retry.current = setTimeout(save, RETRY_MILLISECONDS);
      setKept({ at: next ? at : null, isOnDevice: !isTaken });
    });
  }, [key]);

  useEffect(() => {
    const held = isOpen ? readDevice(key) : null;
    if (held?.content && (!stored || held.at > Date.parse(stored.updatedAt))) latest.current.restore(held.content);
  }, [key, stored, isOpen]);

  useEffect(() => {
    newest.current = text;
    if (!isOpen || text === known.current) return;
    isStopped.current = false;
    const timer = setTimeout(save, WAIT_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [text, isOpen, save]);

  useEffect(() => {
    if (!isOpen) return;
    addEventListener('pagehide', save);
    addEventListener('online', save);
    return () => {
      removeEventListener('pagehide', save);
      removeEventListener('online', save);
      save();
      clearTimeout(retry.current);
    };
  }, [isOpen, save]);

  const stop = useCallback(async () => {
    isStopped.current = true;
    clearTimeout(retry.current);
    localStorage.removeItem(key);
    await sending.current;
    localStorage.removeItem(key);
  }, [key]);

  const resume = useCallback(() => {
    isStopped.current = false;
    save();
  }, [save]);

  const drop = useCallback(() => {
    isStopped.current = true;
    clearTimeout(retry.current);
    localStorage.removeItem(key);
    setKept({ at: null, isOnDevice: false });
    // A save that is on its way must not outlive what was sent.
    sending.current = sending.current.then(async () => {
      await latest.current.keep(null);
      localStorage.removeItem(key);
      known.current = 'null';
    });
  }, [key]);

  return { keptAt: kept.at, isOnDevice: kept.isOnDevice, stop, resume, drop };
}
