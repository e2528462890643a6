import Button from '@mui/material/Button';
import { Plus } from 'lucide-react';
import { lazy, Suspense, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Keys } from '~/mark/keys.tsx';
import { useShortcuts } from '~/shortcut/shortcuts.tsx';
import { FilterChips } from './filter-chips.tsx';
import { operatorsOf, type FilterField } from './filter-field.ts';
import { alternativesOf, chipOfAny, type Comparison, type Filter } from './list-url.ts';

const FieldMenu = lazy(() => import('./field-menu.tsx').then((module) => ({ default: module.FieldMenu })));
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

/** Where a comparison stands: which chip, and which of the chip's alternatives. What is there no more or not yet is new. */
interface Place {
  anchor: HTMLElement;
  chip: number;
  alternative: number;
}

/** The filters with a comparison at its place; one without values goes, and with the last one its chip. */
function placed(filters: readonly Filter[], { chip, alternative }: Place, comparison: Comparison): Filter[] {
  const known = filters[chip] ? alternativesOf(filters[chip]) : [];
  const changed = known.toSpliced(alternative, 1, comparison);
  const kept = chipOfAny(changed.filter(({ values }) => values.length > 0));
  return [...filters.slice(0, chip), ...kept, ...filters.slice(chip + 1)];
}

/** Chips that read as a sentence: field, operator, value. All of them hold, of the alternatives in one any. */
export function FilterBar({ fields, filters, isChanged, onChange, onReset, saveActions }: FilterBarProps) {
  const { t } = useTranslation('list');
  const add = useRef<HTMLButtonElement>(null);
  const [choosing, setChoosing] = useState<Place | null>(null);
  const [editing, setEditing] = useState<(Place & { comparison: Comparison }) | null>(null);

  const atEnd = (): Place | null => {
    // Whatever opens here gives the focus back to where it was.
    add.current?.focus();
    return add.current && { anchor: add.current, chip: filters.length, alternative: 0 };
  };
  const start = (place: Place | null, field: FilterField) => {
    setChoosing(null);
    const [operator = 'is'] = operatorsOf(field);
    if (place) setEditing({ ...place, comparison: { field: field.id, operator, values: [] } });
  };
  const edited = editing && fields.find(({ id }) => id === editing.comparison.field);
  const text = fields.find(({ id }) => id === 'search');
  useShortcuts([
    { keys: 'search', label: t('keys.search'), run: () => (text ? start(atEnd(), text) : setChoosing(atEnd())) },
    { keys: 'list.filter', label: t('keys.filter'), run: () => setChoosing(atEnd()) },
  ]);

  return (
    <div className="filter-bar">
      {filters.map((filter, chip) => (
        <FilterChips
          key={`${filter.field} ${chip}`}
          fields={fields}
          alternatives={alternativesOf(filter)}
          onEdit={(anchor, alternative, comparison) => setEditing({ anchor, chip, alternative, comparison })}
          onRemove={(alternative) => {
            const place = { anchor: document.body, chip, alternative };
            onChange(placed(filters, place, { field: '', operator: 'is', values: [] }));
            add.current?.focus();
          }}
          onOr={(anchor) => setChoosing({ anchor, chip, alternative: alternativesOf(filter).length })}
        />
      ))}
      <button ref={add} type="button" className="filter-add" aria-haspopup="menu" onClick={() => setChoosing(atEnd())}>
        <Plus size={14} />
        {t('filter.add')}
        <Keys keys="list.filter" />
      </button>
      {choosing && (
        <Suspense>
          <FieldMenu
            anchor={choosing.anchor}
            fields={fields}
            onChoose={(field) => start(choosing, field)}
            onClose={() => setChoosing(null)}
          />
        </Suspense>
      )}
      {editing && edited && (
        <Suspense>
          {' '}
          <FilterEditor
            anchor={editing.anchor}
            field={edited}
            comparison={editing.comparison}
            onApply={(comparison) => {
              onChange(placed(filters, editing, comparison));
              setEditing(null);
            }}
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
