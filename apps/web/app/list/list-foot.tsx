import { X, type LucideIcon } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '~/format/format-context.tsx';
import { Keys } from '~/mark/keys.tsx';
import { showKeys } from '~/shortcut/match-shortcut.ts';
import type { ShortcutKeys } from '~/shortcut/shortcut-catalogue.ts';
import { useShortcutRegistry } from '~/shortcut/shortcuts.tsx';
import type { RecordTotal } from './record-column.ts';
import type { SelectionControl } from './use-selection.ts';

export interface Selected {
  ids: readonly string[];
  isWholeFilter: boolean;
  /** Once they are dealt with. */
  clear: () => void;
}

export interface BulkAction {
  id: string;
  label: string;
  icon: LucideIcon;
  run: (selected: Selected) => void;
}

interface ListFootProps {
  total: RecordTotal | null;
  loaded: number;
  selection: SelectionControl;
  bulkActions: readonly BulkAction[];
}

/** 48 px at the bottom: how many there are, or what to do with the selected ones. */
export function ListFoot({ total, loaded, selection, bulkActions }: ListFootProps) {
  const { t } = useTranslation('list');
  const format = useFormat();
  const { keysOf, isMac } = useShortcutRegistry();
  const shown = (keys: ShortcutKeys) => {
    const own = keysOf(keys);
    return own === null ? '' : showKeys(own, isMac);
  };
  const pressed = {
    next: shown('list.next'),
    previous: shown('list.previous'),
    select: shown('list.select'),
    open: shown('list.open'),
    sheet: shown('sheet'),
  };
  const { ids, isWholeFilter } = selection.selection;
  const all = total === null ? '' : `${format.number(total.value)}${total.isExact ? '' : '+'}`;
  if (ids.size > 0) {
    return (
      <div className="bulk-bar" role="toolbar" aria-label={t('bulk.label')}>
        <b role="status">
          {isWholeFilter ? t('bulk.wholeFilter', { all }) : t('bulk.selected', { number: format.number(ids.size) })}
        </b>
        {!isWholeFilter && total !== null && total.value > ids.size && (
          <button type="button" className="bulk-whole" onClick={selection.selectWholeFilter}>
            {t('bulk.selectWholeFilter', { all })}
          </button>
        )}
        <span className="bulk-rule" />
        {bulkActions.map(({ id, label, icon: Icon, run }) => (
          <button key={id} type="button" onClick={() => run({ ids: [...ids], isWholeFilter, clear: selection.clear })}>
            <Icon />
            {label}
          </button>
        ))}
        <span className="spread" />
        <button type="button" onClick={selection.clear} aria-label={t('bulk.clear')}>
          <X />
          <Keys keys="Escape" />
        </button>
      </div>
    );
  }
  return (
    <div className="list-foot">
      <span role="status">{total !== null && t('foot.total', { all, loaded: format.number(loaded) })}</span>
      <span className="spread" />
      {pressed.next && <span className="list-foot-keys">{t('foot.keys', pressed)}</span>}
    </div>
  );
}
