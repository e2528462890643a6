import type { CurrentCall, PhoneData } from './phone-operations.ts';
import type { CallAbilities, Party, PhoneState, QueueSummary, WrapUpChoice } from './phone-state.ts';

const instant = (at: string) => new Date(at).getTime();

export const partyOf = (call: CurrentCall): Party => ({
  name: call.customer?.name ?? null,
  phone: call.customerNumber.national ?? call.customerNumber.masked,
  location: call.customerNumber.location,
});

function abilitiesOf({ capabilities }: CurrentCall): CallAbilities {
  const can = (...kinds: string[]) => kinds.every((kind) => capabilities.includes(kind));
  return {
    canHold: can('hold', 'resume'),
    canMute: can('mute', 'unmute'),
    canTransfer: can('transfer'),
    canSendDigits: can('send_digits'),
  };
}

const soundOf = ({ isMuted, isRecorded }: CurrentCall) => ({ isMuted, isRecorded });

function wrapUpOf(call: NonNullable<PhoneData['presence']>['call']): WrapUpChoice | null {
  if (!call) return null;
  return {
    callId: call.id,
    dispositions: call.dispositions.map(({ key, label }) => ({ key, label: label.text })),
    noted: call.disposition,
    isRequired: call.isDispositionRequired,
  };
}

function stateOfCall(call: CurrentCall): PhoneState | null {
  const party = partyOf(call);
  const since = instant(call.answeredAt ?? call.startedAt);
  switch (call.status) {
    case 'RINGING':
      return { kind: call.direction === 'OUTBOUND' ? 'dialling' : 'ringing', since, party };
    case 'IN_CALL':
      return { kind: 'in_call', since, party, ...soundOf(call), able: abilitiesOf(call) };
    case 'HELD':
      return {
        kind: 'on_hold',
        since: instant(call.heldAt ?? call.startedAt),
        party,
        ...soundOf(call),
        able: abilitiesOf(call),
      };
    case 'QUEUED':
    case 'ENDED':
      return null;
  }
}

/** What the phone bar shows; without a presence the person is not ready, for no reason that was given. */
export function readPhoneState({ currentCall, presence }: PhoneData, offline: string): PhoneState {
  const inCall = currentCall && stateOfCall(currentCall);
  if (inCall) return inCall;
  if (presence?.state === 'WRAP_UP')
    return {
      kind: 'wrap_up',
      since: instant(presence.since),
      until: presence.until === null ? null : instant(presence.until),
      wrapUp: wrapUpOf(presence.call),
    };
  if (presence?.state === 'READY') return { kind: 'ready', since: instant(presence.since) };
  return {
    kind: 'not_ready',
    since: presence ? instant(presence.since) : 0,
    reason: presence?.reason?.label.text ?? offline,
    limitSeconds: null,
  };
}

/** All of the viewer's groups as one queue. */
export function readQueue({ queueStatus }: PhoneData): QueueSummary {
  const longest = queueStatus.flatMap(({ longestSince }) => (longestSince ? [instant(longestSince)] : []));
  return {
    waiting: queueStatus.reduce((sum, { waitingCount }) => sum + waitingCount, 0),
    longestSince: longest.length > 0 ? Math.min(...longest) : null,
  };
}
