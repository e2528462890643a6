import IconButton from '@mui/material/IconButton';
import { ChevronDown, CircleCheck, CirclePause, Grip, LogOut } from 'lucide-react';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '~/format/format-context.tsx';
import { RunningClock } from '~/format/running-clock.tsx';
import { LateMenu } from '~/panel/late-menu.tsx';
import { Keypad } from './lazy-menus.ts';
import type { PhoneBarProps } from './phone-bar.tsx';
import type { PhoneState } from './phone-state.ts';

interface IdleBarProps extends Omit<PhoneBarProps, 'callerTo'> {
  state: Extract<PhoneState, { kind: 'ready' | 'not_ready' }>;
}

export function IdleBar({ state, queue, reasons, notice, actions }: IdleBarProps) {
  const { t } = useTranslation('telephony');
  const format = useFormat();
  const [menu, setMenu] = useState<HTMLElement | null>(null);
  const [pad, setPad] = useState<HTMLElement | null>(null);
  // Once loaded it stays, with the digits that were typed.
  const [isPadLoaded, setIsPadLoaded] = useState(false);
  const openPad = (anchor: HTMLElement) => {
    setIsPadLoaded(true);
    setPad(anchor);
  };
  const isReady = state.kind === 'ready';
  const Icon = isReady ? CircleCheck : CirclePause;
  return (
    <div className="phone-bar" role="group" aria-label={t('bar')}>
      <button
        type="button"
        className={`phone-state ${isReady ? 'ok' : 'warn'}`}
        aria-haspopup="menu"
        aria-expanded={menu !== null}
        onClick={(event) => setMenu(event.currentTarget)}
      >
        <Icon />
        {isReady ? t('state.ready') : t('state.notReady', { reason: state.reason })}{' '}
        <RunningClock label={t('clock.state')} since={state.since} />
        <ChevronDown size={12} />
      </button>
      <LateMenu
        anchor={menu}
        onClose={() => setMenu(null)}
        entries={[
          {
            id: 'ready',
            label: t('state.ready'),
            icon: <CircleCheck className="tone-ok" />,
            act: actions.setReady,
            isSelected: isReady,
          },
          ...reasons.map((reason) => ({
            id: reason.id,
            label: t('state.notReady', { reason: reason.label }),
            icon: <CirclePause className="tone-warn" />,
            act: () => actions.setNotReady(reason.id),
            isSelected: !isReady && state.reason === reason.label,
          })),
          { id: 'logOut', label: t('logOut'), icon: <LogOut className="tone-mute" />, act: actions.logOut },
        ]}
      />
      {notice ? (
        <span className="phone-note phone-notice cut" role="status" title={notice}>
          {notice}
        </span>
      ) : isReady || state.limitSeconds === null ? (
        <span className="phone-note phone-queue">
          {t('queue.waiting')} <b>{format.number(queue.waiting)}</b>
          {queue.longestSince !== null && (
            <>
              {' · '}
              {t('queue.longest')}{' '}
              <b>
                <RunningClock label={t('clock.longest')} since={queue.longestSince} />
              </b>
            </>
          )}
        </span>
      ) : (
        <span className="phone-note">{t('ofLimit', { limit: format.duration(state.limitSeconds) })}</span>
      )}
      <IconButton size="small" aria-label={t('dialPad')} onClick={(event) => openPad(event.currentTarget)}>
        <Grip />
      </IconButton>
      {isPadLoaded && (
        <Suspense>
          <Keypad anchor={pad} onClose={() => setPad(null)} onCall={actions.dial} />
        </Suspense>
      )}
    </div>
  );
}
