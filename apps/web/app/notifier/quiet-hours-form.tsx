import Button from '@mui/material/Button';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '~/format/format-context.tsx';
import { TextInput } from '~/form/text-input.tsx';

interface QuietHours {
  from: string;
  until: string;
}

interface QuietHoursFormProps {
  value: QuietHours | null;
  onChange: (value: QuietHours | null) => void;
}

const usual: QuietHours = { from: '22:00', until: '07:30' };

/** From when until when a person wants to hear nothing, by the clock of their own zone. */
export function QuietHoursForm({ value, onChange }: QuietHoursFormProps) {
  const { t } = useTranslation('notifier');
  const { timeZone } = useFormat();
  const [hours, setHours] = useState(value ?? usual);
  return (
    <form
      className="admin-section"
      aria-labelledby="quiet-hours"
      onSubmit={(event) => {
        event.preventDefault();
        if (hours.from && hours.until) onChange(hours);
      }}
    >
      <h2 id="quiet-hours">{t('own.quiet')}</h2>
      <p className="quiet">{t('own.quietHint', { zone: timeZone.replaceAll('_', ' ') })}</p>
      <div className="admin-acts">
        {(['from', 'until'] as const).map((end) => (
          <TextInput
            key={end}
            name={end}
            type="time"
            label={t(`own.${end}`)}
            value={hours[end]}
            onChange={(time) => setHours((before) => ({ ...before, [end]: time }))}
          />
        ))}
        <Button type="submit" variant="contained" color="primary">
          {t(value ? 'own.quietChange' : 'own.quietSet')}
        </Button>
        {value && <Button onClick={() => onChange(null)}>{t('own.quietEnd')}</Button>}
      </div>
    </form>
  );
}
