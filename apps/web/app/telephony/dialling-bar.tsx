import { PhoneOff, PhoneOutgoing } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '~/format/format-context.tsx';
import { RunningClock } from '~/format/running-clock.tsx';
import { CallButton } from './call-button.tsx';
import type { PhoneState } from './phone-state.ts';

interface DiallingBarProps {
  state: Extract<PhoneState, { kind: 'dialling' }>;
  onHangUp: () => void;
}

/** An outgoing call that nobody has answered yet. */
export function DiallingBar({ state: { party, since }, onHangUp }: DiallingBarProps) {
  const { t } = useTranslation('telephony');
  const format = useFormat();
  return (
    <div className="phone-bar is-call" role="group" aria-label={t('bar')}>
      <PhoneOutgoing className="call-icon ringing-icon" />
      <span className="call-who">
        <span className="call-party">
          <b className="cut">{party.name ?? format.phone(party.phone)}</b>
          <span className="call-place cut">{t('state.dialling')}</span>
        </span>
        <span className="call-clock">
          <RunningClock label={t('clock.dialling')} since={since} />
        </span>
      </span>
      <CallButton label={t('hangUp')} keys="shift+F8" kind="end" icon={<PhoneOff />} onClick={onHangUp} />
    </div>
  );
}
