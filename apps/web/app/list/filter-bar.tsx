import Button from '@mui/material/Button';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { Plus, X } from 'lucide-react';
import { lazy, Suspense, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Keys } from '~/mark/keys.tsx';
import { useShortcuts } from '~/shortcut/shortcuts.tsx';
import { operatorsOf, valueWords, type FilterField } from './filter-field.ts';
import type { Filter } from './list-url.ts';

const FilterEditor = lazy(() => import('./filter-editor.tsx').then((module) => ({ default: module.FilterEditor })));

interface FilterBarProps {
  fields: readonly FilterField[];
  filters: readonly Filter[];
  /** The filters differ from those of the view. */
  isChanged: boolean;
  onChange: (filters: Filter[]) => void;
  onReset: () => void;
  /** How the changes can be kept. */
  saveActions?: ReactNode;
}

interface Editing {
  anchor: HTMLElement;
  filter: Filter;
  /** Its place among the filters; null while it is new. */
  index: number | null;
}

/** Chips that read as a sentence: field, operator, value. */
export function FilterBar({ fields, filters, isChanged, onChange, onReset, saveActions }: FilterBarProps) {
  const { t } = useTranslation('list');
  const add = useRef<HTMLButtonElement>(null);
  const [isChoosing, setIsChoosing] = useState(false);
  const [editing, setEditing] = useState<Editing | null>(null);

  const fieldOf = (filter: Filter) => fields.find((field) => field.id === filter.field);
  const start = (field: FilterField) => {
    setIsChoosing(false);
    const [operator = 'is'] = operatorsOf(field);
    if (add.current)
      setEditing({ anchor: add.current, filter: { field: field.id, operator, values: [] }, index: null });
  };
  const apply = (filter: Filter) => {
    if (!editing) return;
    const others = editing.index === null ? [...filters, filter] : filters.with(editing.index, filter);
    onChange(others.filter((each) => each.values.length > 0));
    setEditing(null);
  };
  const edited = editing && fieldOf(editing.filter);
  const text = fields.find(({ id }) => id === 'search');
  useShortcuts([
    { keys: 'search', label: t('keys.search'), run: () => (text ? start(text) : setIsChoosing(true)) },
    { keys: 'list.filter', label: t('keys.filter'), run: () => setIsChoosing(true) },
  ]);

  return (
    <div className="filter-bar">
      {filters.map((filter, index) => {
        const field = fieldOf(filter);
        if (!field) return null;
        const words = valueWords(field, filter, t('filter.separator'));
        return (
          <span key={`${filter.field} ${index}`} className="filter-chip">
            <button
              type="button"
              aria-haspopup="dialog"
              onClick={(event) => setEditing({ anchor: event.currentTarget, filter, index })}
            >
              <span>{field.label}</span>
              <span className="quiet">{t(`operator.${filter.operator}`)}</span>
              <b>{words}</b>
            </button>
            <button
              type="button"
              className="filter-remove"
              aria-label={t('filter.remove', { filter: `${field.label} ${words}` })}
              onClick={() => onChange(filters.toSpliced(index, 1))}
            >
              <X size={12} />
            </button>
          </span>
        );
      })}
      <button ref={add} type="button" className="filter-add" aria-haspopup="menu" onClick={() => setIsChoosing(true)}>
        <Plus size={14} />
        {t('filter.add')}
        <Keys keys="list.filter" />
      </button>
      <Menu anchorEl={add.current} open={isChoosing} onClose={() => setIsChoosing(false)}>
        {fields.map((field) => (
          <MenuItem key={field.id} onClick={() => start(field)}>
            {field.label}
          </MenuItem>
        ))}
      </Menu>
      {editing && edited && (
        <Suspense>
          {' '}
          <FilterEditor
            anchor={editing.anchor}
            field={edited}
            filter={editing.filter}
            onApply={apply}
            onClose={() => setEditing(null)}
          />
        </Suspense>
      )}
      <span className="spread" />
      {isChanged && (
        <>
          <span className="small quiet">{t('view.changed')}</span>
          <Button size="small" variant="text" onClick={onReset}>
            {t('view.reset')}
          </Button>
          {saveActions}
        </>
      )}
    </div>
  );
}
