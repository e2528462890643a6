import { useNavigate } from '@remix-run/react';
import { useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useShortcuts } from '~/shortcut/shortcuts.tsx';
import type { RowAction } from './record-column.ts';
import type { SelectionControl } from './use-selection.ts';

interface RowKeysOptions<Row> {
  rows: readonly Row[];
  rowTo: (row: Row) => string;
  selection: SelectionControl;
  onPreview?: (row: Row) => void;
  isPreviewing: boolean;
  rowActions?: (row: Row) => readonly RowAction[];
  onMenu: (index: number) => void;
  focusRow: (index: number) => void;
}

/** One row is the current one; J and K move it from anywhere on the page, arrows while the grid has the focus. */
export function useRowKeys<Row>(options: RowKeysOptions<Row>) {
  const { rows, rowTo, selection, onPreview, isPreviewing, rowActions, onMenu, focusRow } = options;
  const { t } = useTranslation('list');
  const navigate = useNavigate();
  const [current, setCurrent] = useState(0);
  const row = rows[current];

  const move = (index: number) => {
    const next = Math.max(0, Math.min(rows.length - 1, index));
    setCurrent(next);
    focusRow(next);
    const moved = rows[next];
    if (isPreviewing && moved !== undefined) onPreview?.(moved);
  };
  const open = () => row !== undefined && navigate(rowTo(row));

  useShortcuts([
    { keys: 'list.next', label: t('keys.next'), run: () => move(current + 1) },
    { keys: 'list.previous', label: t('keys.previous'), run: () => move(current - 1) },
    { keys: 'list.select', label: t('keys.select'), run: () => selection.toggle(current) },
    { keys: 'list.selectRange', label: t('keys.selectRange'), run: () => selection.extend(current) },
    { keys: 'list.open', label: t('keys.open'), run: open },
    ...(onPreview
      ? [{ keys: 'list.preview' as const, label: t('keys.preview'), run: () => row !== undefined && onPreview(row) }]
      : []),
    ...(rowActions ? [{ keys: 'list.menu' as const, label: t('keys.menu'), run: () => onMenu(current) }] : []),
    ...(row !== undefined && rowActions ? rowActions(row) : []).flatMap(({ keys, label, run }) =>
      keys ? [{ keys, label, run }] : [],
    ),
  ]);

  const onKeyDown = (event: KeyboardEvent) => {
    const isOnRow = event.target instanceof HTMLElement && event.target.getAttribute('role') === 'row';
    if (!isOnRow) return;
    const hasMod = event.ctrlKey || event.metaKey;
    const acts: Record<string, () => void> = {
      ArrowDown: () => move(current + 1),
      ArrowUp: () => move(current - 1),
      Home: () => move(0),
      End: () => move(rows.length - 1),
      PageDown: () => move(current + 10),
      PageUp: () => move(current - 10),
      Enter: () => (hasMod && row !== undefined ? void window.open(rowTo(row), '_blank', 'noopener') : open()),
      ...(selection.selection.ids.size > 0 && { Escape: selection.clear }),
      ' ': () => (onPreview && row !== undefined ? onPreview(row) : selection.toggle(current)),
    };
    const act = hasMod && event.key === 'a' ? selection.selectLoaded : acts[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  };

  return { current, setCurrent, onKeyDown };
}
