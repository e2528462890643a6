import { useLocation } from '@remix-run/react';
import { useCallback, useEffect, useRef } from 'react';

type Field = HTMLInputElement | HTMLTextAreaElement;

const isField = (target: EventTarget | null): target is Field =>
  (target instanceof HTMLInputElement && !['checkbox', 'radio', 'file'].includes(target.type)) ||
  target instanceof HTMLTextAreaElement;

/**
 * Says whether the page holds something typed that was not sent yet, so that nobody is taken away from it: fields of
 * the main part that were changed since the page was opened or its form was sent, and are still there.
 */
export function useHasUnsentInput(): () => boolean {
  const { pathname } = useLocation();
  const before = useRef(new Map<Field, string>());
  useEffect(() => {
    const touched = before.current;
    touched.clear();
    const remember = ({ target }: Event) => {
      if (isField(target) && target.closest('#main') && !touched.has(target)) touched.set(target, target.value);
    };
    const forget = () => touched.clear();
    document.addEventListener('focusin', remember);
    document.addEventListener('submit', forget);
    return () => {
      document.removeEventListener('focusin', remember);
      document.removeEventListener('submit', forget);
    };
  }, [pathname]);
  return useCallback(
    () => [...before.current].some(([field, value]) => field.isConnected && field.value !== value),
    [],
  );
}
