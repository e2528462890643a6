import { useFetcher, useNavigate } from '@remix-run/react';
import { useCallback, useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useLiveEvents } from '~/live/live-events.tsx';
import { useToast } from '~/shell/toast.tsx';
import { PhoneBar } from './phone-bar.tsx';
import type { CurrentCall, PhoneCommand } from './phone-operations.ts';
import type { action, loader } from './phone-route.ts';
import type { PhoneActions, TransferTarget } from './phone-state.ts';
import { partyOf, readPhoneState, readQueue } from './read-phone-state.ts';
import { RingingCard } from './ringing-card.tsx';

async function findTargets(query: string) {
  const response = await fetch(`/phone/targets?q=${encodeURIComponent(query)}`);
  return (await response.json()) as TransferTarget[];
}

const customerTo = (call: CurrentCall) =>
  call.customer
    ? `/customers/${encodeURIComponent(call.customer.id)}?call=${encodeURIComponent(call.id)}`
    : `/customers/new?call=${encodeURIComponent(call.id)}&phone=${encodeURIComponent(call.customerNumber.national ?? '')}`;

/** The phone of whoever is signed in: its bar, and the card of a call that rings. Follows the events of its calls. */
export function PhoneConnection() {
  const { t } = useTranslation('telephony');
  const toast = useToast();
  const navigate = useNavigate();
  const { load, data } = useFetcher<typeof loader>();
  const { submit, data: answer } = useFetcher<typeof action>();
  useEffect(() => load('/phone'), [load]);
  useLiveEvents((event) => {
    if (event.kind === 'call' || event.kind === 'presence' || event.kind === 'gap') load('/phone');
  });
  useEffect(() => {
    if (answer?.fault) toast(answer.fault.message);
  }, [answer, toast]);

  const command = useCallback(
    (sent: PhoneCommand) =>
      submit(JSON.stringify(sent), { method: 'post', action: '/phone', encType: 'application/json' }),
    [submit],
  );
  const call = data?.currentCall ?? null;
  const wrappedCallId = data?.presence?.call?.id ?? null;
  const isWrappingUp = data?.presence?.state === 'WRAP_UP';
  const actions = useMemo((): PhoneActions => {
    const onCall = (kind: 'rejectCall' | 'hangUpCall' | 'holdCall' | 'resumeCall') => () =>
      call && command({ kind, input: { callId: call.id } });
    return {
      setReady: () =>
        isWrappingUp && wrappedCallId
          ? command({ kind: 'finishWrapUp', input: { callId: wrappedCallId } })
          : command({ kind: 'setPresence', input: { state: 'READY' } }),
      setNotReady: (reasonId) => command({ kind: 'setPresence', input: { state: 'NOT_READY', reasonId } }),
      answer: () => {
        if (!call) return;
        command({ kind: 'answerCall', input: { callId: call.id } });
        navigate(customerTo(call));
      },
      reject: onCall('rejectCall'),
      hangUp: onCall('hangUpCall'),
      setHold: (isHeld) => onCall(isHeld ? 'holdCall' : 'resumeCall')(),
      setMute: (isMuted) => call && command({ kind: 'muteCall', input: { callId: call.id, isMuted } }),
      transfer: (toAgentId) => call && command({ kind: 'transferCall', input: { callId: call.id, toAgentId } }),
      findTargets,
      sendDigit: (digits) => call && command({ kind: 'sendDigits', input: { callId: call.id, digits } }),
      dial: (number) => command({ kind: 'dialCustomer', input: { number } }),
    };
  }, [call, command, isWrappingUp, navigate, wrappedCallId]);

  if (!data) return null;
  const state = readPhoneState(data, t('offline'));
  const reasons = data.notReadyReasons.map(({ id, label }) => ({ id, label: label.text }));
  return (
    <>
      <PhoneBar state={state} queue={readQueue(data)} reasons={reasons} actions={actions} />
      {call && state.kind === 'ringing' && <LiveRingingCard call={call} since={state.since} actions={actions} />}
    </>
  );
}

interface LiveRingingCardProps {
  call: CurrentCall;
  since: number;
  actions: PhoneActions;
}

function LiveRingingCard({ call, since, actions }: LiveRingingCardProps) {
  const { t } = useTranslation('telephony');
  const breached = call.openTickets.find((ticket) => ticket.slaState === 'BREACHED');
  const alarm = breached && {
    title: t('breachedTicket'),
    detail: [breached.title, breached.nodeName, breached.handler?.name].filter(Boolean).join(' · '),
    label: breached.number,
    to: `/tickets/${breached.number}`,
  };
  return (
    <RingingCard
      party={partyOf(call)}
      since={since}
      queueName={call.group?.name ?? null}
      keysPressed={call.keysPressed}
      waitedSeconds={call.waitedSeconds}
      tags={[]}
      alarm={alarm ?? null}
      openTickets={call.openTickets.map(({ id, number, title, nodeName }) => ({ id, number, title, step: nodeName }))}
      matches={[]}
      saveCustomerTo={call.customer ? null : customerTo(call)}
      opens={{ label: call.customer ? t('opens.customer') : t('opens.newCustomer'), other: null }}
      onAnswer={actions.answer}
      onReject={actions.reject}
    />
  );
}
