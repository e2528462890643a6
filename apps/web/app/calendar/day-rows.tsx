import type { LocalizedText } from '@handoff/core/platform/text/localized-text';
import { localize } from '@handoff/core/platform/text/localize';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import { CircleAlert, Plus, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { weekdays } from './weekdays.ts';

interface DaySpan {
  name?: LocalizedText | undefined;
}

export interface DayColumn<Span> {
  key: keyof Span & string;
  label: string;
  kind: 'date' | 'time' | 'flag' | 'weekday';
}

interface DayRowsProps<Span extends DaySpan> {
  title: string;
  add: string;
  spans: readonly Span[];
  columns: readonly DayColumn<Span>[];
  empty: Span;
  errorAt: (index: number) => string | undefined;
  onChange: (spans: Span[]) => void;
}

/** Dated entries, a row each, with a name in the language of whoever writes it; a row's fault stands below it. */
export function DayRows<Span extends DaySpan>(props: DayRowsProps<Span>) {
  const { title, add, spans, columns, empty, errorAt, onChange } = props;
  const { t, i18n } = useTranslation(['calendar', 'admin']);
  const set = (index: number, part: Partial<Span>) =>
    onChange(spans.map((span, at) => (at === index ? { ...span, ...part } : span)));
  const named = (span: Span, text: string): LocalizedText | undefined => {
    if (text === '') return undefined;
    const { en, zh } = span.name ?? { en: text, zh: text };
    // A name that was said in one language only follows what is typed in either.
    if (en === zh) return { en: text, zh: text };
    return i18n.language === 'zh' ? { en, zh: text } : { en: text, zh };
  };
  return (
    <section className="admin-section">
      <h3>{title}</h3>
      {spans.length === 0 && <p className="quiet small">{t('noEntries')}</p>}
      <ul className="day-rows">
        {spans.map((span, index) => {
          const error = errorAt(index);
          const label = (column: string) => `${title} ${index + 1}: ${column}`;
          return (
            <li key={index} className={error ? 'has-error' : undefined}>
              {columns.map((column) => (
                <DayCell
                  key={column.key}
                  kind={column.kind}
                  caption={column.label}
                  label={label(column.label)}
                  value={span[column.key]}
                  isWrong={Boolean(error)}
                  onChange={(value) => set(index, { [column.key]: value } as Partial<Span>)}
                />
              ))}
              <input
                className="plain-input spread"
                aria-label={label(t('title'))}
                placeholder={t('title')}
                maxLength={200}
                value={localize(span.name ?? { en: '', zh: '' }, i18n.language)}
                onChange={({ target }) => set(index, { name: named(span, target.value) } as Partial<Span>)}
              />
              <IconButton
                size="small"
                aria-label={`${t('admin:remove')}: ${title} ${index + 1}`}
                onClick={() => onChange(spans.filter((_, at) => at !== index))}
              >
                <X size={16} />
              </IconButton>
              {error && (
                <p className="field-error">
                  <CircleAlert size={14} /> {error}
                </p>
              )}
            </li>
          );
        })}
      </ul>
      <div>
        <Button size="small" startIcon={<Plus size={14} />} onClick={() => onChange([...spans, empty])}>
          {add}
        </Button>
      </div>
    </section>
  );
}

interface DayCellProps {
  kind: DayColumn<DaySpan>['kind'];
  caption: string;
  label: string;
  value: unknown;
  isWrong: boolean;
  onChange: (value: string | number | boolean) => void;
}

function DayCell({ kind, caption, label, value, isWrong, onChange }: DayCellProps) {
  const { t } = useTranslation('calendar');
  if (kind === 'flag') {
    return (
      <label className="admin-option">
        <input
          type="checkbox"
          className="check"
          aria-label={label}
          checked={value === true}
          onChange={({ target }) => onChange(target.checked)}
        />
        {caption}
      </label>
    );
  }
  if (kind === 'weekday') {
    return (
      <select
        className="plain-select"
        aria-label={label}
        title={caption}
        value={Number(value)}
        onChange={({ target }) => onChange(Number(target.value))}
      >
        {weekdays.map((day) => (
          <option key={day} value={day}>
            {t(`day.${day}`)}
          </option>
        ))}
      </select>
    );
  }
  const text = typeof value === 'string' ? value : '';
  return (
    <input
      className="plain-input"
      aria-label={label}
      aria-invalid={isWrong || undefined}
      title={caption}
      // Midnight at the end of a day is a time that the browser's own field does not know.
      type={kind === 'time' && text === '24:00' ? 'text' : kind}
      value={text}
      onChange={({ target }) => onChange(target.value)}
    />
  );
}
