import type { TreeOption } from '@handoff/core/form/field-definition';
import { levelsOf } from '@handoff/core/form/option-tree';
import Menu from '@mui/material/Menu';
import { ArrowDown, ArrowUp, IndentDecrease, IndentIncrease, ListTree, Plus, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useMenuItem } from '~/shortcut/use-menu-item.tsx';
import { optionAt, type OptionPath } from './edit-options.ts';
import type { OptionActs } from './options-input.tsx';

interface OptionMenuProps {
  anchor: HTMLElement;
  options: readonly TreeOption[];
  path: OptionPath;
  mostLevels: number;
  actsOf: (path: OptionPath, option: TreeOption) => OptionActs;
  onClose: () => void;
}

/** All that can be done with one option, with the keys that do the same. */
export function OptionMenu({ anchor, options, path, mostLevels, actsOf, onClose }: OptionMenuProps) {
  const { t } = useTranslation('form-designer');
  const item = useMenuItem(onClose);
  const option = optionAt(options, path);
  if (!option) return null;
  const acts = actsOf(path, option);
  const place = path.at(-1) ?? 0;
  const isOnly = path.length === 1 && options.length === 1;
  return (
    // What was done moves the focus to the option.
    <Menu anchorEl={anchor} open onClose={onClose} className="row-menu" disableRestoreFocus>
      {item(t('tree.behind'), Plus, 'Enter', acts.behind)}
      {mostLevels > 1 && item(t('tree.below'), ListTree, 'mod+Enter', acts.below, path.length >= mostLevels)}
      {mostLevels > 1 &&
        item(
          t('tree.indent'),
          IndentIncrease,
          'Alt ArrowRight',
          acts.indent,
          place === 0 || path.length + levelsOf([option]) > mostLevels,
        )}
      {mostLevels > 1 && item(t('tree.outdent'), IndentDecrease, 'Alt ArrowLeft', acts.outdent, path.length === 1)}
      {item(t('up'), ArrowUp, 'Alt ArrowUp', () => acts.move(-1), place === 0)}
      {item(t('down'), ArrowDown, 'Alt ArrowDown', () => acts.move(1))}
      {item(t('removeOption', { value: option.value }), Trash2, 'Alt Del', acts.remove, isOnly)}
    </Menu>
  );
}
