import { X } from 'lucide-react';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { operatorText, valueWords, type FilterField } from './filter-field.ts';
import type { Comparison } from './list-url.ts';

interface FilterChipsProps {
  fields: readonly FilterField[];
  /** Any of them may hold. */
  alternatives: readonly Comparison[];
  onEdit: (anchor: HTMLElement, alternative: number, comparison: Comparison) => void;
  onRemove: (alternative: number) => void;
  onOr: (anchor: HTMLElement) => void;
}

/** One condition of a list, and what may hold in its place: "Status is Open or Urgency is High". */
export function FilterChips({ fields, alternatives, onEdit, onRemove, onOr }: FilterChipsProps) {
  const { t } = useTranslation('list');
  const said = alternatives.flatMap((comparison, place) => {
    const field = fields.find(({ id }) => id === comparison.field);
    return field ? [{ field, comparison, place, words: valueWords(field, comparison, t('filter.separator')) }] : [];
  });
  if (said.length === 0) return null;
  return (
    <span
      className="filter-any"
      role="group"
      aria-label={said.map(({ field }) => field.label).join(` ${t('filter.or')} `)}
    >
      {said.map(({ field, comparison, place, words }, index) => (
        <Fragment key={place}>
          {index > 0 && <span className="small quiet">{t('filter.or')}</span>}
          <span className="filter-chip">
            <button
              type="button"
              aria-haspopup="dialog"
              onClick={(event) => onEdit(event.currentTarget, place, comparison)}
            >
              <span>{field.label}</span>
              <span className="quiet">{t(operatorText(field, comparison.operator))}</span>
              {words && <b>{words}</b>}
            </button>
            <button
              type="button"
              className="filter-remove"
              aria-label={t('filter.remove', { filter: `${field.label} ${words}` })}
              onClick={() => onRemove(place)}
            >
              <X size={12} />
            </button>
          </span>
        </Fragment>
      ))}
      <button
        type="button"
        className="filter-or"
        aria-haspopup="menu"
        aria-label={t('filter.addOr')}
        title={t('filter.addOr')}
        onClick={(event) => onOr(event.currentTarget)}
      >
        {t('filter.or')}
      </button>
    </span>
  );
}
