import './call-bar.css';
import './telephony.css';
import { MicOff, PhoneIncoming, TriangleAlert } from 'lucide-react';
import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { RunningClock } from '~/format/running-clock.tsx';
import { CallBar } from './call-bar.tsx';
import { DiallingBar } from './dialling-bar.tsx';
import { IdleBar } from './idle-bar.tsx';
import type { NotReadyReason, PhoneActions, PhoneState, QueueSummary } from './phone-state.ts';
import { usePhoneShortcuts } from './use-phone-shortcuts.ts';
import { WrapUpBar } from './wrap-up-bar.tsx';

export interface PhoneBarProps {
  state: PhoneState;
  queue: QueueSummary;
  reasons: readonly NotReadyReason[];
  /** What became of a call that has just stopped ringing here. */
  notice: string | null;
  /** The caller's page, while it has not been opened. */
  callerTo: string | null;
  actions: PhoneActions;
}

/** The phone at the right edge of the top bar; it grows to the left in a call and never leaves. */
export function PhoneBar({ state, queue, reasons, notice, callerTo, actions }: PhoneBarProps) {
  const { t } = useTranslation('telephony');
  usePhoneShortcuts(state, actions);
  switch (state.kind) {
    case 'ready':
    case 'not_ready':
      return <IdleBar state={state} queue={queue} reasons={reasons} notice={notice} actions={actions} />;
    case 'in_call':
    case 'on_hold':
      return <CallBar state={state} callerTo={callerTo} actions={actions} />;
    case 'wrap_up':
      return <WrapUpBar state={state} onFinish={actions.finishWrapUp} />;
    case 'dialling':
      return <DiallingBar state={state} onHangUp={actions.hangUp} />;
    case 'ringing':
      return (
        <div className="phone-bar is-ringing" role="group" aria-label={t('bar')}>
          <span className="phone-state accent">
            <PhoneIncoming className="ringing-icon" />
            {t('state.ringing')} <RunningClock label={t('clock.ringing')} since={state.since} />
          </span>
          <span className="phone-note cut">{state.party.name ?? state.party.phone}</span>
        </div>
      );
    case 'reconnecting':
      return (
        <div className="phone-bar" role="group" aria-label={t('bar')}>
          <span className="phone-state warn">
            <TriangleAlert />
            {t('state.reconnecting')}
          </span>
          <span className="phone-note" role="status">
            {t(state.isInCall ? 'callGoesOn' : 'noCallsNow')}{' '}
            <RunningClock label={t('clock.reconnecting')} since={state.since} />
          </span>
        </div>
      );
    case 'unavailable':
      return (
        <div className="phone-bar" role="group" aria-label={t('bar')}>
          <span className="phone-state mute">
            <MicOff />
            {t(`problem.${state.problem}.name`)}
          </span>
          <Link className="phone-note" to={state.helpTo}>
            {t(`problem.${state.problem}.fix`)}
          </Link>
        </div>
      );
  }
}
