import { useFetcher, useLocation, useNavigate } from '@remix-run/react';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '~/format/format-context.tsx';
import { useAnswer } from '~/graphql/use-answer.ts';
import { useLiveEvents } from '~/live/live-events.tsx';
import { useToast } from '~/shell/toast.tsx';
import { lastContactsOf } from './last-contacts.ts';
import { PhoneBar } from './phone-bar.tsx';
import type { CurrentCall, PhoneCommand, PhoneData } from './phone-operations.ts';
import type { action, loader } from './phone-route.ts';
import type { PhoneActions, TransferTarget } from './phone-state.ts';
import { partyOf, readPhoneState, readQueue } from './read-phone-state.ts';
import { RingingCard } from './ringing-card.tsx';
import { useHasUnsentInput } from './use-has-unsent-input.ts';

const NOTICE_MILLISECONDS = 12_000;

async function findTargets(query: string) {
  const response = await fetch(`/phone/targets?q=${encodeURIComponent(query)}`);
  return (await response.json()) as TransferTarget[];
}

const customerTo = (call: CurrentCall) =>
  call.customer
    ? `/customers/${encodeURIComponent(call.customer.id)}?call=${encodeURIComponent(call.id)}`
    : `/customers/new?call=${encodeURIComponent(call.id)}&phone=${encodeURIComponent(call.customerNumber.national ?? '')}`;

/** What became of the call that rang here: one line, for as long as it takes to read it. */
function useNotice(call: CurrentCall | null) {
  const { t } = useTranslation('telephony');
  const format = useFormat();
  const [notice, setNotice] = useState<string | null>(null);
  const rang = useRef<CurrentCall | null>(null);
  useEffect(() => {
    if (call) rang.current = call.status === 'RINGING' ? call : null;
  }, [call]);
  useEffect(() => {
    if (!notice) return;
    const timer = setTimeout(() => setNotice(null), NOTICE_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [notice]);
  useLiveEvents((event) => {
    const was = rang.current;
    if (event.kind !== 'call' || !was || event.change.call?.id !== was.id) return;
    const { kind, outcome } = event.change;
    const caller = was.customer?.name ?? format.phone(partyOf(was).phone);
    if (kind === 'ended') {
      if (outcome !== 'agent_hung_up' && outcome !== 'rejected')
        setNotice(t(was.direction === 'OUTBOUND' ? 'notice.ended' : 'notice.hungUp', { caller }));
    } else if (kind === 'left') {
      if (outcome === 'missed') setNotice(t('notice.missed', { caller }));
      if (outcome === 'answered_elsewhere') setNotice(t('notice.answeredElsewhere', { caller }));
    } else return;
    rang.current = null;
  });
  return notice;
}

/**
 * The call that has just begun to ring, as its event brought it: the card need not wait for the phone to be read. What is
 * read then takes its place. Until then it stays whatever else happens, as who answers at once is not to lose it between.
 */
function useRungCall(read: PhoneData) {
  const [rung, setRung] = useState<CurrentCall | null>(null);
  useEffect(() => setRung(null), [read]);
  useLiveEvents((event) => {
    if (event.kind !== 'call') return;
    const { kind, call } = event.change;
    if (kind === 'ringing' && call?.status === 'RINGING') setRung(call);
  });
  return rung;
}

/** The phone of whoever is signed in: its bar, and the card of a call that rings. Follows the events of its calls. */
export function PhoneConnection({ initial }: { initial: PhoneData }) {
  const { t } = useTranslation('telephony');
  const toast = useToast();
  const navigate = useNavigate();
  const { load, data: read = initial } = useFetcher<typeof loader>();
  const rung = useRungCall(read);
  const call = read.currentCall ?? rung;
  const data = useMemo(() => ({ ...read, currentCall: call }), [read, call]);
  const { submit, data: answer } = useFetcher<typeof action>();
  const hasUnsentInput = useHasUnsentInput();
  const [held, setHeld] = useState<string | null>(null);
  const { pathname } = useLocation();
  useEffect(() => load('/phone'), [load]);
  useLiveEvents((event) => {
    if (event.kind === 'call' && event.change.failure) toast(event.change.failure.message);
    if (event.kind === 'call' || event.kind === 'presence' || event.kind === 'gap') load('/phone');
  });
  const notice = useNotice(call);
  useAnswer(answer, ({ fault }) => fault && toast(fault.message));

  const command = useCallback(
    (sent: PhoneCommand) =>
      submit(JSON.stringify(sent), { method: 'post', action: '/phone', encType: 'application/json' }),
    [submit],
  );
  const wrappedCallId = data.presence?.call?.id ?? null;
  const callId = call?.id ?? null;
  useEffect(() => setHeld(null), [callId, pathname]);
  const actions = useMemo((): PhoneActions => {
    const onCall = (kind: 'rejectCall' | 'hangUpCall' | 'holdCall' | 'resumeCall') => () =>
      call && command({ kind, input: { callId: call.id } });
    return {
      setReady: () => command({ kind: 'setPresence', input: { state: 'READY' } }),
      logOut: () => command({ kind: 'setPresence', input: { state: 'OFFLINE' } }),
      finishWrapUp: (disposition) =>
        wrappedCallId && command({ kind: 'finishWrapUp', input: { callId: wrappedCallId, disposition } }),
      setNotReady: (reasonId) => command({ kind: 'setPresence', input: { state: 'NOT_READY', reasonId } }),
      answer: () => {
        if (!call) return;
        command({ kind: 'answerCall', input: { callId: call.id } });
        if (hasUnsentInput()) setHeld(customerTo(call));
        else navigate(customerTo(call));
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
  }, [call, command, hasUnsentInput, navigate, wrappedCallId]);

  const state = readPhoneState(data, t('offline'));
  const reasons = data.notReadyReasons.map(({ id, label }) => ({ id, label: label.text }));
  return (
    <>
      <PhoneBar
        key={state.kind === 'wrap_up' ? wrappedCallId : 'phone'}
        state={state}
        queue={readQueue(data)}
        reasons={reasons}
        notice={notice}
        callerTo={held}
        actions={actions}
      />
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
      lastContacts={lastContactsOf(call, t)}
      matches={[]}
      saveCustomerTo={call.customer ? null : customerTo(call)}
      opens={{ label: call.customer ? t('opens.customer') : t('opens.newCustomer'), other: null }}
      onAnswer={actions.answer}
      onReject={actions.reject}
    />
  );
}
