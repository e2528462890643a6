import MenuItem from '@mui/material/MenuItem';
import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { showKeys } from './match-shortcut.ts';
import { useShortcutRegistry } from './shortcuts.tsx';

/** Draws what can be chosen in a menu, with the keys that do the same. `onClose` closes the menu before anything is done. */
export function useMenuItem(onClose?: () => void) {
  const { isMac } = useShortcutRegistry();
  return (label: ReactNode, Icon: LucideIcon, keys: string, run: () => void, isOff = false, key?: string) => (
    <MenuItem
      key={key}
      disabled={isOff}
      onClick={() => {
        onClose?.();
        run();
      }}
    >
      <Icon />
      <span className="spread">{label}</span>
      {keys !== '' && (
        <kbd className="keys" aria-hidden="true">
          {keys === '+' ? keys : showKeys(keys, isMac)}
        </kbd>
      )}
    </MenuItem>
  );
}
