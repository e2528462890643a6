import type { RegularSpan } from '@handoff/core/calendar/calendar-definition';
import Button from '@mui/material/Button';
import { Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { TextInput } from '~/form/text-input.tsx';

const days = [1, 2, 3, 4, 5, 6, 7] as const;

interface WeekRowsProps {
  spans: readonly RegularSpan[];
  errorAt: (index: number) => string | undefined;
  onChange: (spans: RegularSpan[]) => void;
}

/** When there is service in a usual week: days and hours, a row each. */
export function WeekRows({ spans, errorAt, onChange }: WeekRowsProps) {
  const { t } = useTranslation('admin');
  const set = (index: number, part: Partial<RegularSpan>) =>
    onChange(spans.map((span, at) => (at === index ? { ...span, ...part } : span)));
  return (
    <section className="admin-section">
      <h2>{t('calendar.week')}</h2>
      {spans.map((span, index) => (
        <div key={index} className="admin-filter">
          <fieldset className="week-days">
            <legend className="visually-hidden">{t('calendar.days')}</legend>
            {days.map((day) => (
              <label key={day} className="admin-option">
                <input
                  type="checkbox"
                  className="check"
                  checked={span.days.includes(day)}
                  onChange={({ target }) =>
                    set(index, {
                      days: target.checked ? [...span.days, day].sort() : span.days.filter((each) => each !== day),
                    })
                  }
                />
                {t(`day.${day}`)}
              </label>
            ))}
          </fieldset>
          <TextInput
            name="from"
            label={t('calendar.opens')}
            value={span.from}
            error={errorAt(index)}
            onChange={(from) => set(index, { from })}
          />
          <TextInput name="to" label={t('calendar.closes')} value={span.to} onChange={(to) => set(index, { to })} />
          <Button
            size="small"
            aria-label={`${t('remove')}: ${t('calendar.week')} ${index + 1}`}
            onClick={() => onChange(spans.filter((_, at) => at !== index))}
          >
            {t('remove')}
          </Button>
        </div>
      ))}
      <div>
        <Button
          size="small"
          startIcon={<Plus size={14} />}
          onClick={() => onChange([...spans, { days: [1, 2, 3, 4, 5], from: '09:00', to: '18:00' }])}
        >
          {t('calendar.addHours')}
        </Button>
      </div>
    </section>
  );
}
