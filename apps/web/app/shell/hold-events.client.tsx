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

/** Done once the page has hydrated, in the order in which they came. */
const held: (() => void)[] = [];
/** What was typed; React puts back what a text area had when it hydrates it. */
const typed = new Map<EventTarget, string>();
const typingPlaces = 'input, textarea, select, [contenteditable=true]';

/** Forms that a script sends must not be sent by the browser; those that post work without one. */
const isForScript = (event: Event): event is SubmitEvent & { target: HTMLFormElement } =>
  event instanceof SubmitEvent && event.target instanceof HTMLFormElement && event.target.method !== 'post';

/** A press of a button, or of a key outside of fields, is done later; what the browser does by itself is done already. */
function remember(event: Event): void {
  const { target } = event;
  if (!(target instanceof Element)) return;
  if (isForScript(event)) {
    const { target: form, submitter } = event;
    held.push(() => form.isConnected && form.requestSubmit(submitter));
  } else if (event instanceof KeyboardEvent) {
    if (event.type !== 'keydown' || target.closest(typingPlaces)) return;
    const { key, code, ctrlKey, metaKey, shiftKey, altKey } = event;
    const press = { key, code, ctrlKey, metaKey, shiftKey, altKey, bubbles: true, cancelable: true };
    held.push(() => (document.activeElement ?? document.body).dispatchEvent(new KeyboardEvent('keydown', press)));
  } else if (event.type === 'click') {
    const button = target.closest<HTMLElement>('button:not([type=submit])');
    if (button && !target.closest('a')) held.push(() => button.isConnected && button.click());
  } else if (event.type === 'input' && target instanceof HTMLTextAreaElement) typed.set(target, target.value);
}

/** Afterwards React hydrates in answer to an event, as it should. */
const isReadingData = () => window.__remixContext.state === undefined;

function hold(event: Event): void {
  if (event.type === 'input') remember(event);
  if (!isReadingData()) return;
  if (isForScript(event)) event.preventDefault();
  event.stopPropagation();
  if (event.type !== 'input') remember(event);
}

/**
 * Keeps events from React while Remix reads the page's data. It suspends outside of any boundary meanwhile; an event in
 * that moment makes React 18 render at once what can't be rendered yet, and give the page up with its
 * error 345 (github.com/remix-run/remix/issues/10214). What the browser does by itself (a link, a post, typing) still
 * happens. What came before this script is taken over from `noteEarlyEvents`.
 */
export function holdEvents(): void {
  for (const name of discreteEvents) addEventListener(name, hold, { capture: true });
  for (const event of window.earlyEvents ?? []) remember(event);
  window.earlyEvents = undefined;
}

const valueOf = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value');
const textOf = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value');

/**
 * Tells React what was entered before it had hydrated: it takes over what it finds in a field without a word to the
 * page, and the next drawing would take it back.
 */
function tellOfEntries(): void {
  for (const field of document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input, textarea')) {
    const { defaultValue } = field;
    const value = typed.get(field) ?? field.value;
    if (field.type === 'file') continue;
    if (field instanceof HTMLInputElement && ['checkbox', 'radio'].includes(field.type)) {
      if (field.checked === field.defaultChecked || (field.type === 'radio' && !field.checked)) continue;
      field.checked = field.defaultChecked;
      field.click();
    } else if (value !== defaultValue) {
      // React compares with what it last saw set on the field itself.
      field.value = defaultValue;
      (field instanceof HTMLInputElement ? valueOf : textOf)?.set?.call(field, value);
      field.dispatchEvent(new Event('input', { bubbles: true }));
    }
  }
}

export function LetEventsPass({ children }: { children: ReactNode }) {
  useEffect(() => {
    for (const name of discreteEvents) removeEventListener(name, hold, { capture: true });
    tellOfEntries();
    // The page takes in what was entered before it does what was pressed.
    setTimeout(() => {
      for (const act of held.splice(0)) act();
    });
  }, []);
  return children;
}
