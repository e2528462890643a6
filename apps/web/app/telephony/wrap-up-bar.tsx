import Button from '@mui/material/Button';
import { Link } from '@remix-run/react';
import { Pencil } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RunningClock } from '~/format/running-clock.tsx';
import type { PhoneState } from './phone-state.ts';

interface WrapUpBarProps {
  state: Extract<PhoneState, { kind: 'wrap_up' }>;
  onFinish: (disposition: string | null) => void;
}

/** The time after a call: how long it lasts, what came of the call, and the way out. */
export function WrapUpBar({ state: { since, until, wrapUp }, onFinish }: WrapUpBarProps) {
  const { t } = useTranslation('telephony');
  const [disposition, setDisposition] = useState(wrapUp?.noted ?? '');
  const isMissing = (wrapUp?.isRequired ?? false) && disposition === '';
  return (
    <div className="phone-bar is-wrap-up" role="group" aria-label={t('bar')}>
      <span className="phone-state plum">
        <Pencil />
        {t('state.wrapUp')}{' '}
        {until === null ? (
          <RunningClock label={t('clock.wrapUpSince')} since={since} />
        ) : (
          <RunningClock label={t('clock.wrapUp')} until={until} />
        )}
      </span>
      {wrapUp && wrapUp.dispositions.length > 0 && (
        <select
          className="plain-select phone-disposition"
          aria-label={t('disposition')}
          aria-required={wrapUp.isRequired}
          value={disposition}
          onChange={({ target }) => setDisposition(target.value)}
        >
          <option value="">{t(wrapUp.isRequired ? 'chooseDisposition' : 'noDisposition')}</option>
          {wrapUp.dispositions.map(({ key, label }) => (
            <option key={key} value={key}>
              {label}
            </option>
          ))}
        </select>
      )}
      {wrapUp && (
        <Button size="small" component={Link} to={`/calls/${encodeURIComponent(wrapUp.callId)}`}>
          {t('summary')}
        </Button>
      )}
      <Button
        size="small"
        aria-disabled={isMissing}
        title={isMissing ? t('dispositionNeeded') : undefined}
        onClick={() => !isMissing && onFinish(disposition || null)}
      >
        {t('readyNow')}
      </Button>
    </div>
  );
}
