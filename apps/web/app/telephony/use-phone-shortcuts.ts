import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useShortcuts } from '~/shortcut/shortcuts.tsx';
import { useToast } from '~/shell/toast.tsx';
import type { PhoneActions, PhoneState } from './phone-state.ts';

const CONFIRM_MILLISECONDS = 1000;

/** F8 answers, Shift F8 rejects or, pressed twice within a second, hangs up; F9 holds, Shift F9 mutes. */
export function usePhoneShortcuts(state: PhoneState, actions: PhoneActions) {
  const { t } = useTranslation('telephony');
  const toast = useToast();
  const pressedAt = useRef(0);
  const isTalking = state.kind === 'in_call' || state.kind === 'on_hold';

  const end = () => {
    if (state.kind === 'ringing') return actions.reject();
    if (!isTalking && state.kind !== 'dialling') return;
    const now = Date.now();
    if (now - pressedAt.current < CONFIRM_MILLISECONDS) return actions.hangUp();
    pressedAt.current = now;
    toast(t('pressAgain'));
  };

  useShortcuts([
    { keys: 'F8', label: t('answer'), run: () => state.kind === 'ringing' && actions.answer() },
    { keys: 'shift+F8', label: t('rejectOrHangUp'), run: end },
    {
      keys: 'F9',
      label: t('holdOrResume'),
      run: () => isTalking && state.able.canHold && actions.setHold(state.kind === 'in_call'),
    },
    {
      keys: 'shift+F9',
      label: t('mute'),
      run: () => isTalking && state.able.canMute && actions.setMute(!state.isMuted),
    },
  ]);
}
