import Button from '@mui/material/Button';
import { Pencil } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { RunningClock } from '~/format/running-clock.tsx';

interface WrapUpBarProps {
  /** When it ends by itself; null where it ends only by hand. */
  until: number | null;
  onReady: () => void;
}

export function WrapUpBar({ until, onReady }: WrapUpBarProps) {
  const { t } = useTranslation('telephony');
  return (
    <div className="phone-bar" role="group" aria-label={t('bar')}>
      <span className="phone-state plum">
        <Pencil />
        {t('state.wrapUp')}
        {until !== null && (
          <>
            {' '}
            <RunningClock label={t('clock.wrapUp')} until={until} />
          </>
        )}
      </span>
      <Button size="small" onClick={onReady}>
        {t('readyNow')}
      </Button>
    </div>
  );
}
