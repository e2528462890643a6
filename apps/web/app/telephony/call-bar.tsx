import Tooltip from '@mui/material/Tooltip';
import { ArrowLeftRight, CirclePause, Grip, Mic, MicOff, Pause, Phone, PhoneOff, Play } from 'lucide-react';
import { useState, type MouseEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '~/format/format-context.tsx';
import { RunningClock } from '~/format/running-clock.tsx';
import { showKeys } from '~/shortcut/match-shortcut.ts';
import { useShortcutRegistry } from '~/shortcut/shortcuts.tsx';
import { Keypad } from './keypad.tsx';
import type { PhoneActions, PhoneState } from './phone-state.ts';
import { TransferMenu } from './transfer-menu.tsx';

interface CallButtonProps {
  label: string;
  keys?: string;
  isPressed?: boolean;
  kind?: 'plain' | 'resume' | 'end';
  /** Only the icon; the name is in the tooltip. */
  isBare?: boolean;
  icon: ReactNode;
  onClick: (event: MouseEvent<HTMLButtonElement>) => void;
}

function CallButton({ label, keys, isPressed, kind = 'plain', isBare = false, icon, onClick }: CallButtonProps) {
  const { isMac } = useShortcutRegistry();
  return (
    <Tooltip title={keys ? `${label} ${showKeys(keys, isMac)}` : label}>
      <button
        type="button"
        className={`call-button ${kind}`}
        aria-label={label}
        aria-pressed={isPressed}
        onClick={onClick}
      >
        {icon}
        {!isBare && <span className="call-word">{label}</span>}
      </button>
    </Tooltip>
  );
}

interface CallBarProps {
  state: Extract<PhoneState, { kind: 'in_call' | 'on_hold' }>;
  actions: PhoneActions;
}

export function CallBar({ state, actions }: CallBarProps) {
  const { t } = useTranslation('telephony');
  const format = useFormat();
  const [pad, setPad] = useState<HTMLElement | null>(null);
  const [transfer, setTransfer] = useState<HTMLElement | null>(null);
  const isHeld = state.kind === 'on_hold';
  const { party } = state;
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
          {state.kind === 'in_call' && state.isRecording && (
            <span className="recording" role="img" aria-label={t('recording')} title={t('recording')} />
          )}
          <RunningClock label={t(isHeld ? 'clock.hold' : 'clock.call')} since={state.since} />
        </span>
      </span>
      <CallButton
        label={t(state.isMuted ? 'unmute' : 'mute')}
        keys="shift+F9"
        isPressed={state.isMuted}
        isBare={isHeld}
        icon={state.isMuted ? <MicOff /> : <Mic />}
        onClick={() => actions.setMute(!state.isMuted)}
      />
      <CallButton
        label={t(isHeld ? 'resume' : 'hold')}
        keys="F9"
        kind={isHeld ? 'resume' : 'plain'}
        icon={isHeld ? <Play /> : <Pause />}
        onClick={() => actions.setHold(!isHeld)}
      />
      <CallButton
        isBare
        label={t('transfer')}
        icon={<ArrowLeftRight />}
        onClick={(event) => setTransfer(event.currentTarget)}
      />
      <CallButton isBare label={t('keypad')} icon={<Grip />} onClick={(event) => setPad(event.currentTarget)} />
      <CallButton label={t('hangUp')} keys="shift+F8" kind="end" icon={<PhoneOff />} onClick={actions.hangUp} />
      <Keypad anchor={pad} onClose={() => setPad(null)} onDigit={actions.sendDigit} />
      <TransferMenu
        anchor={transfer}
        onClose={() => setTransfer(null)}
        findTargets={actions.findTargets}
        onTransfer={actions.transfer}
      />
    </div>
  );
}
