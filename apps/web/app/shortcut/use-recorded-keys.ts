import { useEffect, useRef, useState } from 'react';
import { isSingleKey, nameKeyPress } from './match-shortcut.ts';

const SECOND_KEY_MILLISECONDS = 1000;

interface Recording {
  isMac: boolean;
  /** What was pressed: one key, or two within a second. */
  onKeys: (keys: string) => void;
  onGiveUp: () => void;
}

/** Listens for the keys of a shortcut before anything else does; answers whether the last ones could not be taken. */
export function useRecordedKeys(isOn: boolean, { isMac, onKeys, onGiveUp }: Recording): boolean {
  const [isRefused, setIsRefused] = useState(false);
  const latest = useRef({ onKeys, onGiveUp });
  useEffect(() => {
    latest.current = { onKeys, onGiveUp };
  });
  useEffect(() => {
    if (!isOn) return;
    setIsRefused(false);
    let first: string | null = null;
    let timer: ReturnType<typeof setTimeout>;
    const onKeyDown = (event: KeyboardEvent) => {
      const name = nameKeyPress(event, isMac);
      if (name === null || name === 'Tab' || name === 'shift+Tab') return;
      event.preventDefault();
      event.stopPropagation();
      clearTimeout(timer);
      if (name === 'Escape') return latest.current.onGiveUp();
      if (!isSingleKey(name)) return setIsRefused(true);
      if (first !== null) return latest.current.onKeys(`${first} ${name}`);
      first = name;
      timer = setTimeout(() => latest.current.onKeys(name), SECOND_KEY_MILLISECONDS);
    };
    window.addEventListener('keydown', onKeyDown, { capture: true });
    return () => {
      clearTimeout(timer);
      window.removeEventListener('keydown', onKeyDown, { capture: true });
    };
  }, [isOn, isMac]);
  return isRefused;
}
