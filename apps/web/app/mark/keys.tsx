import { showKeys } from '~/shortcut/match-shortcut.ts';
import type { ShortcutKeys } from '~/shortcut/shortcut-catalogue.ts';
import { useShortcutRegistry } from '~/shortcut/shortcuts.tsx';

/** The key of an action, shown on it; nothing where the person has none for it. */
export function Keys({ keys }: { keys: ShortcutKeys }) {
  const { isMac, keysOf } = useShortcutRegistry();
  const pressed = keysOf(keys);
  if (pressed === null) return null;
  return (
    <kbd className="keys" aria-hidden="true">
      {showKeys(pressed, isMac)}
    </kbd>
  );
}
