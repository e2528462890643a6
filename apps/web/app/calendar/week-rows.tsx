import type { RegularSpan } from '@handoff/core/calendar/calendar-definition';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import { CircleAlert, Plus, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { weekdays } from './weekdays.ts';

interface WeekRowsProps {
  spans: readonly RegularSpan[];
  errorAt: (index: number) => string | undefined;
  onChange: (spans: RegularSpan[]) => void;
}

/** When there is service in a usual week: days and hours, a row each; some only for a time. */
export function WeekRows({ spans, errorAt, onChange }: WeekRowsProps) {
  const { t } = useTranslation(['calendar', 'admin']);
  const set = (index: number, part: Partial<RegularSpan>) =>
    onChange(spans.map((span, at) => (at === index ? { ...span, ...part } : span)));
  return (
    <section className="admin-section">
      <h2>{t('week')}</h2>
      <p className="quiet small">{t('hoursHint')}</p>
      <ul className="day-rows">
        {spans.map((span, index) => {
          const error = errorAt(index);
          const label = (name: string) => `${t('week')} ${index + 1}: ${name}`;
          const field = (key: 'from' | 'to' | 'validFrom' | 'validUntil', name: string, type: 'time' | 'date') => (
            <label className="day-field">
              <span>{name}</span>
              <input
                className="plain-input"
                name={key}
                type={span[key] === '24:00' ? 'text' : type}
                aria-label={label(name)}
                aria-invalid={error ? true : undefined}
                value={span[key] ?? ''}
                onChange={({ target }) => set(index, { [key]: target.value || undefined })}
              />
            </label>
          );
          return (
            <li key={index} className={error ? 'has-error' : undefined}>
              <fieldset className="week-days">
                <legend className="visually-hidden">{label(t('days'))}</legend>
                {weekdays.map((day) => (
                  <label key={day} className="admin-option">
                    <input
                      type="checkbox"
                      className="check"
                      checked={span.days.includes(day)}
                      onChange={({ target }) =>
                        set(index, {
                          days: target.checked
                            ? [...span.days, day].toSorted()
                            : span.days.filter((each) => each !== day),
                        })
                      }
                    />
                    {t(`day.${day}`)}
                  </label>
                ))}
              </fieldset>
              {field('from', t('opens'), 'time')}
              {field('to', t('closes'), 'time')}
              {field('validFrom', t('validFrom'), 'date')}
              {field('validUntil', t('validUntil'), 'date')}
              <IconButton
                size="small"
                aria-label={`${t('admin:remove')}: ${t('week')} ${index + 1}`}
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
        <Button
          size="small"
          startIcon={<Plus size={14} />}
          onClick={() => onChange([...spans, { days: [1, 2, 3, 4, 5], from: '09:00', to: '18:00' }])}
        >
          {t('addHours')}
        </Button>
      </div>
    </section>
  );
}
