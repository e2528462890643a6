import { z } from 'zod';

export const presenceStateSchema = z.enum(['offline', 'ready', 'not_ready', 'ringing', 'in_call', 'wrap_up']);
export type PresenceState = z.infer<typeof presenceStateSchema>;

/** Where an agent stands. During a call and after it `reasonId` says where the agent goes back to: null is ready. */
export interface Presence {
  agentId: string;
  state: PresenceState;
  reasonId: string | null;
  callId: string | null;
  since: Date;
  until: Date | null;
  version: number;
}

/** What becomes of a presence: the state, and what belongs to it. */
export type PresenceTarget = Pick<Presence, 'state' | 'reasonId' | 'callId' | 'until'>;

/** The state to which an agent goes back when nothing is left to do. */
export const atRest = (reasonId: string | null): PresenceTarget => ({
  state: reasonId ? 'not_ready' : 'ready',
  reasonId,
  callId: null,
  until: null,
});

/** Where an agent stands at this instant: wrapping up ends by itself, whether or not anybody has written it down. */
export function effectivePresence(presence: Presence, now: Date): Presence {
  if (presence.state !== 'wrap_up' || !presence.until || presence.until > now) return presence;
  return { ...presence, ...atRest(presence.reasonId), since: presence.until };
}

/** What follows a conversation: so many seconds, or as long as it takes to note what came of it. */
export interface WrapUp {
  seconds: number;
  isOpenEnded: boolean;
}

/** How a call stands with one agent: it is with them, or it has ended or gone to somebody else. */
export type CallWithAgent = 'ringing' | 'in_call' | 'gone';

/** Where a call takes an agent; null if it changes nothing. Somebody logged out, or busy with another call, is left alone. */
export function followCall(
  presence: Presence,
  callId: string,
  call: CallWithAgent,
  now: Date,
  wrapUp: WrapUp,
): PresenceTarget | null {
  const { state, reasonId } = presence;
  const isBusy = state === 'ringing' || state === 'in_call';
  if (call === 'gone') {
    if (!isBusy || presence.callId !== callId) return null;
    if (state === 'ringing') return atRest(reasonId);
    if (wrapUp.isOpenEnded) return { state: 'wrap_up', reasonId, callId, until: null };
    if (wrapUp.seconds === 0) return atRest(reasonId);
    return { state: 'wrap_up', reasonId, callId, until: new Date(now.getTime() + wrapUp.seconds * 1000) };
  }
  if (state === 'offline' || (isBusy && presence.callId !== callId)) return null;
  if (state === call && presence.callId === callId) return null;
  return { state: call, reasonId, callId, until: null };
}
