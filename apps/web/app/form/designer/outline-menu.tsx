import Divider from '@mui/material/Divider';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { ArrowDown, ArrowUp, ClipboardPaste, Copy, CopyPlus, Scissors, Trash2, type LucideIcon } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { showKeys } from '~/shortcut/match-shortcut.ts';
import { useShortcutRegistry } from '~/shortcut/shortcuts.tsx';
import type { FormEditing } from './use-form-editing.ts';

interface OutlineMenuProps {
  anchor: HTMLElement;
  editing: FormEditing;
  /** What removing is called: a section leaves its fields behind. */
  removeLabel: string;
  canRemove: boolean;
  onClose: () => void;
}

/** All that can be done with what is selected in the outline of a form. */
export function OutlineMenu({ anchor, editing, removeLabel, canRemove, onClose }: OutlineMenuProps) {
  const { t } = useTranslation('form-designer');
  const { isMac } = useShortcutRegistry();
  const item = (label: string, Icon: LucideIcon, keys: string, run: () => void, isOff = false) => (
    <MenuItem
      disabled={isOff}
      onClick={() => {
        onClose();
        run();
      }}
    >
      <Icon />
      <span className="spread">{label}</span>
      <kbd className="keys" aria-hidden="true">
        {showKeys(keys, isMac)}
      </kbd>
    </MenuItem>
  );
  return (
    <Menu anchorEl={anchor} open onClose={onClose} className="row-menu">
      {item(t('up'), ArrowUp, 'Alt ArrowUp', () => editing.move(-1))}
      {item(t('down'), ArrowDown, 'Alt ArrowDown', () => editing.move(1))}
      <Divider />
      {item(t('copy'), Copy, 'mod+c', editing.copy)}
      {item(t('cut'), Scissors, 'mod+x', editing.cut)}
      {item(t('paste'), ClipboardPaste, 'mod+v', editing.paste)}
      {item(t('duplicate'), CopyPlus, 'mod+d', editing.duplicate)}
      <Divider />
      {item(removeLabel, Trash2, 'Del', () => editing.remove(), !canRemove)}
    </Menu>
  );
}
