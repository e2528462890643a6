import Button from '@mui/material/Button';
import { BellOff } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Moment } from '~/format/moment.tsx';

const spans = [
  { key: 'hour', hours: 1 },
  { key: 'workday', hours: 8 },
  { key: 'day', hours: 24 },
  { key: 'week', hours: 7 * 24 },
] as const;
const hourMs = 60 * 60 * 1000;

interface MuteChoiceProps {
  mutedUntil: string | null;
  onChange: (mutedUntil: string | null) => void;
}

/** Lets a person hear nothing outside the product for a while, whatever it is. */
export function MuteChoice({ mutedUntil, onChange }: MuteChoiceProps) {
  const { t } = useTranslation('notifier');
  const isMuted = mutedUntil !== null && Date.parse(mutedUntil) > Date.now();
  return (
    <section className="admin-section" aria-labelledby="mute">
      <h2 id="mute">{t('own.mute')}</h2>
      <p className="quiet">{t('own.muteHint')}</p>
      {isMuted ? (
        <div className="admin-acts">
          <span className="notifier-muted" role="status">
            <BellOff size={16} /> {t('own.mutedUntil')} <Moment at={mutedUntil} />
          </span>
          <Button variant="outlined" onClick={() => onChange(null)}>
            {t('own.unmute')}
          </Button>
        </div>
      ) : (
        <div className="admin-acts">
          {spans.map(({ key, hours }) => (
            <Button
              key={key}
              variant="outlined"
              onClick={() => onChange(new Date(Date.now() + hours * hourMs).toISOString())}
            >
              {t(`own.span.${key}`)}
            </Button>
          ))}
        </div>
      )}
    </section>
  );
}
