export interface KeyPress {
  key: string;
  code: string;
  ctrlKey: boolean;
  metaKey: boolean;
  shiftKey: boolean;
  altKey: boolean;
  isComposing: boolean;
}

const symbols = /^[^a-z0-9\s]$/i;

/**
 * Names a key press as shortcuts are written: `k`, `shift+c`, `mod+k`, `F8`, `shift+F8`, `?`, `Escape`. `mod` is ⌘ on
 * a Mac and Ctrl elsewhere. An input method that is on reports `Process`: then the key's place on the board counts.
 * Null while composing, for lone modifiers and for Alt chords, which belong to browsers and screen readers.
 */
export function nameKeyPress(press: KeyPress, isMac: boolean): string | null {
  if (press.isComposing || press.altKey) return null;
  const key = press.key === 'Process' ? press.code.replace(/^(Key|Digit)/, '') : press.key;
  if (['Control', 'Meta', 'Shift', 'Alt', 'Dead', 'Unidentified', ''].includes(key)) return null;
  const isOtherModifier = isMac ? press.ctrlKey : press.metaKey;
  if (isOtherModifier) return null;
  const hasMod = isMac ? press.metaKey : press.ctrlKey;
  const hasShift = press.shiftKey && !symbols.test(key);
  const base = key.length === 1 ? key.toLowerCase() : key;
  return `${hasMod ? 'mod+' : ''}${hasShift ? 'shift+' : ''}${base === ' ' ? 'Space' : base}`;
}

/** Single keys type letters in fields; chords and function keys do not. */
export function isSingleKey(name: string) {
  return !name.startsWith('mod+') && !/^(shift\+)?F\d{1,2}$/.test(name);
}

const macNames: Record<string, string> = { mod: '⌘', shift: '⇧' };
const otherNames: Record<string, string> = { mod: 'Ctrl', shift: '⇧' };
const keyNames: Record<string, string> = {
  Enter: '↵',
  Escape: 'Esc',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
};

/** How a shortcut is shown: `mod+Enter` is `Ctrl ↵`, or `⌘ ↵` on a Mac; `g t` is `G T`. */
export function showKeys(keys: string, isMac: boolean): string {
  const modifiers = isMac ? macNames : otherNames;
  return keys
    .split(/[ +]/)
    .map((part) => modifiers[part] ?? keyNames[part] ?? (part.length === 1 ? part.toUpperCase() : part))
    .join(' ');
}
