import {
  createContext,
  useCallback,
  useContext,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type ReactNode,
} from 'react';
import { isSingleKey, nameKeyPress } from './match-shortcut.ts';
import { resolveKeys, type Keyboard, type ShortcutKeys } from './shortcut-catalogue.ts';

export interface Shortcut {
  /** The name under which a person may change it, or keys that stay as they are. */
  keys: ShortcutKeys;
  label: string;
  run: () => void;
}

/** A shortcut that acts now; a space parts the keys of a sequence: `g t`. */
interface ActiveShortcut extends Omit<Shortcut, 'keys'> {
  keys: string;
}

interface Registry {
  add: (shortcuts: readonly Shortcut[]) => () => void;
  list: () => ActiveShortcut[];
  /** What to press, as this person has it; null for nothing. */
  keysOf: (keys: ShortcutKeys) => string | null;
  isMac: boolean;
}

const SEQUENCE_MILLISECONDS = 1000;
const typingPlaces = 'input, textarea, select, [contenteditable=true], [role=menu], [role=listbox], [role=dialog]';
const RegistryContext = createContext<Registry>({
  add: () => () => undefined,
  list: () => [],
  keysOf: (keys) => resolveKeys(keys, {}, true),
  isMac: false,
});

function isTyping(target: EventTarget | null) {
  if (!(target instanceof HTMLElement)) return false;
  const place = target.closest(typingPlaces);
  return place !== null && !(place instanceof HTMLInputElement && place.type === 'checkbox');
}

/** Space and Enter belong to a button or link that has the focus. */
const isPressing = (name: string, target: EventTarget | null) =>
  (name === 'Space' || name === 'Enter') &&
  target instanceof HTMLElement &&
  target.closest('a, button, summary, input, [role=button]') !== null;

interface ShortcutProviderProps {
  areSingleKeysOn: boolean;
  keyboard: Keyboard;
  children: ReactNode;
}

/** The one place that listens for keys. What was registered last wins, so a page may take a key from the shell. */
export function ShortcutProvider({ areSingleKeysOn, keyboard, children }: ShortcutProviderProps) {
  const layers = useRef<(readonly Shortcut[])[]>([]);
  const [isMac, setIsMac] = useState(false);
  useEffect(() => setIsMac(/Mac|iPhone|iPad/.test(navigator.userAgent)), []);

  const keysOf = useCallback(
    (keys: ShortcutKeys) => resolveKeys(keys, keyboard, areSingleKeysOn),
    [keyboard, areSingleKeysOn],
  );
  const list = useCallback(() => {
    const byKeys = new Map<string, ActiveShortcut>();
    for (const shortcut of layers.current.flat()) {
      const keys = keysOf(shortcut.keys);
      if (keys !== null) byKeys.set(keys, { ...shortcut, keys });
    }
    return [...byKeys.values()];
  }, [keysOf]);

  const add = useCallback((shortcuts: readonly Shortcut[]) => {
    layers.current = [...layers.current, shortcuts];
    return () => {
      layers.current = layers.current.filter((layer) => layer !== shortcuts);
    };
  }, []);

  useEffect(() => {
    let prefix = { keys: '', at: 0 };
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return;
      const name = nameKeyPress(event, isMac);
      if (name === null) return;
      if (isSingleKey(name) && (!areSingleKeysOn || isTyping(event.target))) return;
      if (isPressing(name, event.target)) return;
      const isContinued = prefix.keys !== '' && event.timeStamp - prefix.at < SEQUENCE_MILLISECONDS;
      const keys = isContinued ? `${prefix.keys} ${name}` : name;
      const shortcuts = list();
      prefix = shortcuts.some((shortcut) => shortcut.keys.startsWith(`${keys} `))
        ? { keys, at: event.timeStamp }
        : { keys: '', at: 0 };
      const found = shortcuts.find((shortcut) => shortcut.keys === keys);
      if (!found) return;
      event.preventDefault();
      found.run();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [areSingleKeysOn, isMac, list]);

  const registry = useMemo(() => ({ add, list, keysOf, isMac }), [add, list, keysOf, isMac]);
  return <RegistryContext.Provider value={registry}>{children}</RegistryContext.Provider>;
}

export const useShortcutRegistry = () => useContext(RegistryContext);

/** A key may come as soon as the page is seen, before React gets to its other effects. */
const useOnceSeen = typeof document === 'undefined' ? useEffect : useLayoutEffect;

/** Registers shortcuts while the component is on screen. */
export function useShortcuts(shortcuts: readonly Shortcut[]) {
  const { add } = useContext(RegistryContext);
  const latest = useRef(shortcuts);
  useOnceSeen(() => {
    latest.current = shortcuts;
  });
  const signature = shortcuts.map(({ keys, label }) => `${keys}\t${label}`).join('\n');
  useOnceSeen(() => {
    const stable = latest.current.map(({ keys, label }) => ({
      keys,
      label,
      run: () => latest.current.find((shortcut) => shortcut.keys === keys)?.run(),
    }));
    return add(stable);
  }, [add, signature]);
}
