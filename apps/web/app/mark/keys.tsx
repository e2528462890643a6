import { showKeys } from '~/shortcut/match-shortcut.ts';
import { useShortcutRegistry } from '~/shortcut/shortcuts.tsx';

/** The key of an action, shown on it. */
export function Keys({ keys }: { keys: string }) {
  const { isMac } = useShortcutRegistry();
  return (
    <kbd className="keys" aria-hidden="true">
      {showKeys(keys, isMac)}
    </kbd>
  );
}
