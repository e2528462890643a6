import { useEffect, type ReactNode } from 'react';

/** The events for which React hydrates at once, without waiting for its turn. */
const discreteEvents = [
  'auxclick',
  'change',
  'click',
  'compositionend',
  'compositionstart',
  'contextmenu',
  'copy',
  'cut',
  'dblclick',
  'dragend',
  'dragstart',
  'drop',
  'input',
  'keydown',
  'keypress',
  'keyup',
  'mousedown',
  'mouseup',
  'paste',
  'pointercancel',
  'pointerdown',
  'pointerup',
  'reset',
  'submit',
  'touchcancel',
  'touchend',
  'touchstart',
] as const;

const hold = (event: Event) => event.stopPropagation();

/**
 * Keeps events from React until the page has hydrated. Remix suspends outside of any boundary while it reads the page's
 * data; an event in that moment makes React 18 render at once what can't be rendered yet, and give the page up with its
 * error 345 (github.com/remix-run/remix/issues/10214). What the browser does by itself (a link, a form, typing) still
 * happens.
 */
export function holdEvents(): void {
  for (const name of discreteEvents) addEventListener(name, hold, { capture: true });
}

export function LetEventsPass({ children }: { children: ReactNode }) {
  useEffect(() => {
    for (const name of discreteEvents) removeEventListener(name, hold, { capture: true });
  }, []);
  return children;
}
