import { Link } from '@remix-run/react';
import { ArrowLeftRight, CirclePause, Grip, Mic, MicOff, Pause, Phone, PhoneOff, Play, UserRound } from 'lucide-react';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '~/format/format-context.tsx';
import { RunningClock } from '~/format/running-clock.tsx';
import { CallButton } from './call-button.tsx';
import { Keypad, TransferMenu } from './lazy-menus.ts';
import type { PhoneActions, PhoneState } from './phone-state.ts';

interface CallBarProps {
  state: Extract<PhoneState, { kind: 'in_call' | 'on_hold' }>;
  /** The caller's page, while it has not been opened. */
  callerTo: string | null;
  actions: PhoneActions;
}

export function CallBar({ state, callerTo, actions }: CallBarProps) {
  const { t } = useTranslation('telephony');
  const format = useFormat();
  const [pad, setPad] = useState<HTMLElement | null>(null);
  // Once loaded it stays, with the digits that were typed.
  const [isPadLoaded, setIsPadLoaded] = useState(false);
  const openPad = (anchor: HTMLElement) => {
    setIsPadLoaded(true);
    setPad(anchor);
  };
  const [transfer, setTransfer] = useState<HTMLElement | null>(null);
  const isHeld = state.kind === 'on_hold';
  const { party, able } = state;
  const PartyIcon = isHeld ? CirclePause : Phone;
  const place = isHeld
    ? t('state.onHold')
    : [party.name && format.phone(party.phone), party.location].filter(Boolean).join(' · ');
  return (
    <div className="phone-bar is-call" role="group" aria-label={t('bar')}>
      <PartyIcon className="call-icon" />
      <span className="call-who">
        <span className="call-party">
          <b className="cut">{party.name ?? format.phone(party.phone)}</b>
          <span className="call-place cut">{place}</span>
        </span>
        <span className="call-clock">
          {state.isRecorded && (
            <span className="call-recording" role="img" aria-label={t('recorded')} title={t('recorded')} />
          )}
          <RunningClock label={t(isHeld ? 'clock.hold' : 'clock.call')} since={state.since} />
        </span>
      </span>
      {callerTo && (
        <Link to={callerTo} className="call-button resume">
          <UserRound />
          <span className="call-word">{t('goToCaller')}</span>
        </Link>
      )}
      {able.canMute && (
        <CallButton
          label={t(state.isMuted ? 'unmute' : 'mute')}
          keys="shift+F9"
          isPressed={state.isMuted}
          isBare={isHeld}
          icon={state.isMuted ? <MicOff /> : <Mic />}
          onClick={() => actions.setMute(!state.isMuted)}
        />
      )}
      {able.canHold && (
        <CallButton
          label={t(isHeld ? 'resume' : 'hold')}
          keys="F9"
          kind={isHeld ? 'resume' : 'plain'}
          icon={isHeld ? <Play /> : <Pause />}
          onClick={() => actions.setHold(!isHeld)}
        />
      )}
      {able.canTransfer && (
        <CallButton
          isBare
          label={t('transfer')}
          icon={<ArrowLeftRight />}
          onClick={(event) => setTransfer(event.currentTarget)}
        />
      )}
      {able.canSendDigits && (
        <CallButton isBare label={t('keypad')} icon={<Grip />} onClick={(event) => openPad(event.currentTarget)} />
      )}
      <CallButton label={t('hangUp')} keys="shift+F8" kind="end" icon={<PhoneOff />} onClick={actions.hangUp} />
      {isPadLoaded && (
        <Suspense>
          <Keypad anchor={pad} onClose={() => setPad(null)} onDigit={actions.sendDigit} />
        </Suspense>
      )}
      {transfer && (
        <Suspense>
          <TransferMenu
            anchor={transfer}
            onClose={() => setTransfer(null)}
            findTargets={actions.findTargets}
            onTransfer={actions.transfer}
          />
        </Suspense>
      )}
    </div>
  );
}
