import Divider from '@mui/material/Divider';
import Menu from '@mui/material/Menu';
import { ArrowDown, ArrowUp, ClipboardPaste, Copy, CopyPlus, Scissors, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useMenuItem } from '~/shortcut/use-menu-item.tsx';
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
  const item = useMenuItem(onClose);
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
