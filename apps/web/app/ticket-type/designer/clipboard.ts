import { useEffect, useMemo, useRef } from 'react';
import { useShortcuts } from '~/shortcut/shortcuts.tsx';

/** What was copied last on this page, for browsers that let no page read the clipboard outside a paste. */
let lastCopied = '';

/** Puts a text on the clipboard. */
function copyText(text: string): void {
  lastCopied = text;
  // Only pages over HTTPS have it; within this page the text is there all the same.
  void navigator.clipboard?.writeText(text).catch(() => undefined);
}

/** What the clipboard holds, or what was copied last on this page where it may not be read. */
async function copiedText(): Promise<string> {
  try {
    return await navigator.clipboard.readText();
  } catch {
    return lastCopied;
  }
}

interface ClipboardKeys {
  /** What is selected, as text; null where nothing is. */
  copy: () => string | null;
  /** The same, and takes it away. */
  cut: () => string | null;
  paste: (text: string) => void;
}

const writingPlaces =
  'input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable=true], [role=dialog]';

const isWriting = (target: EventTarget | null) => target instanceof Element && target.closest(writingPlaces) !== null;

const hasSelectedText = () => (document.getSelection()?.toString() ?? '') !== '';

/** Copies, cuts and pastes what is designed with the usual keys, wherever the focus is not in a text. */
function useClipboardKeys(keys: ClipboardKeys): void {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    const put = (event: ClipboardEvent, take: () => string | null) => {
      if (isWriting(event.target) || hasSelectedText()) return;
      const text = take();
      if (text === null) return;
      event.preventDefault();
      lastCopied = text;
      event.clipboardData?.setData('text/plain', text);
    };
    const onCopy = (event: ClipboardEvent) => put(event, () => latest.current.copy());
    const onCut = (event: ClipboardEvent) => put(event, () => latest.current.cut());
    const onPaste = (event: ClipboardEvent) => {
      if (isWriting(event.target)) return;
      event.preventDefault();
      latest.current.paste(event.clipboardData?.getData('text/plain') ?? '');
    };
    document.addEventListener('copy', onCopy);
    document.addEventListener('cut', onCut);
    document.addEventListener('paste', onPaste);
    return () => {
      document.removeEventListener('copy', onCopy);
      document.removeEventListener('cut', onCut);
      document.removeEventListener('paste', onPaste);
    };
  }, []);
}

interface ClipActs extends ClipboardKeys {
  duplicate: () => void;
}

/** Binds these acts to the usual keys. Returns the same for menus, which do not wait for a key to bring the clipboard. */
export function useClipboard(acts: ClipActs, duplicateLabel: string) {
  useClipboardKeys(acts);
  useShortcuts([{ keys: 'mod+d', label: duplicateLabel, run: acts.duplicate }]);
  return useMemo(() => {
    const put = (text: string | null) => {
      if (text !== null) copyText(text);
    };
    return {
      copy: () => put(acts.copy()),
      cut: () => put(acts.cut()),
      paste: () => void copiedText().then(acts.paste),
      duplicate: acts.duplicate,
    };
  }, [acts]);
}

export type Clipboard = ReturnType<typeof useClipboard>;
