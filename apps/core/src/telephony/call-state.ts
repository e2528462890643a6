import type { CallEndReason, CallEvent } from '@handoff/plugin-sdk';
import { z } from 'zod';

export const callStatusSchema = z.enum(['queued', 'ringing', 'in_call', 'held', 'ended']);
export type CallStatus = z.infer<typeof callStatusSchema>;

/** What a call's events say of it. */
export interface CallState {
  status: Exclude<CallStatus, 'queued'>;
  /** Whom the vendor named last, in the vendor's writing; null if nobody was named. */
  agent: string | null;
  answeredAt: Date | null;
  heldAt: Date | null;
  heldSeconds: number;
  isMuted: boolean;
  isRecorded: boolean;
  endedAt: Date | null;
  endReason: CallEndReason | null;
}

const start: CallState = {
  status: 'ringing',
  agent: null,
  answeredAt: null,
  heldAt: null,
  heldSeconds: 0,
  isMuted: false,
  isRecorded: false,
  endedAt: null,
  endReason: null,
};

function endHold(state: CallState, at: Date): CallState {
  if (!state.heldAt) return state;
  const seconds = Math.max(0, Math.round((at.getTime() - state.heldAt.getTime()) / 1000));
  return { ...state, heldAt: null, heldSeconds: state.heldSeconds + seconds };
}

const isTalking = (state: CallState): boolean => state.status === 'in_call' || state.status === 'held';

function apply(state: CallState, event: CallEvent): CallState {
  if (state.status === 'ended') return state;
  switch (event.kind) {
    case 'call.offered':
      return isTalking(state) ? state : { ...state, agent: event.agent ?? state.agent };
    case 'call.answered':
      return {
        ...state,
        status: state.status === 'held' ? 'held' : 'in_call',
        agent: event.agent ?? state.agent,
        answeredAt: state.answeredAt ?? event.at,
        isRecorded: event.isRecorded ?? state.isRecorded,
      };
    case 'call.held':
      return state.status === 'in_call' ? { ...state, status: 'held', heldAt: event.at } : state;
    case 'call.resumed':
      return state.status === 'held' ? { ...endHold(state, event.at), status: 'in_call' } : state;
    case 'call.muted':
    case 'call.unmuted':
      return isTalking(state) ? { ...state, isMuted: event.kind === 'call.muted' } : state;
    case 'call.transferred':
      return { ...endHold(state, event.at), status: 'ringing', agent: event.toAgent, isMuted: false };
    case 'call.ended':
      return {
        ...endHold(state, event.at),
        status: 'ended',
        isMuted: false,
        endedAt: event.at,
        endReason: event.reason,
      };
  }
}

const rank = (event: CallEvent): number => {
  if (event.kind === 'call.offered') return 0;
  if (event.kind === 'call.answered') return 1;
  return event.kind === 'call.ended' ? 3 : 2;
};

/** The end comes last whatever its instant says; what happened at one instant is ordered by what it must be. */
const inOrder = (a: CallEvent, b: CallEvent): number =>
  Number(a.kind === 'call.ended') - Number(b.kind === 'call.ended') ||
  a.at.getTime() - b.at.getTime() ||
  rank(a) - rank(b) ||
  (a.eventId < b.eventId ? -1 : 1);

/**
 * Folds everything that was reported of a call into how it stands. The order of arrival does not matter, nor does a
 * repeat: a late answer is put where it belongs and never opens an ended call again.
 */
export function foldCallEvents(events: readonly CallEvent[]): CallState {
  const once = [...new Map(events.map((event) => [event.eventId, event])).values()];
  return once.toSorted(inOrder).reduce(apply, start);
}
