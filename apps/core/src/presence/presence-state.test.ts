import { describe, expect, it } from 'vitest';
import { effectivePresence, followCall, type Presence } from './presence-state.ts';

const now = new Date('2026-03-18T06:30:00Z');
const later = new Date('2026-03-18T06:30:30Z');
const presence = (facts: Partial<Presence>): Presence => ({
  agentId: 'a',
  state: 'ready',
  reasonId: null,
  callId: null,
  since: now,
  until: null,
  version: 1,
  ...facts,
});

const wrapUp = { seconds: 30, isOpenEnded: false };

describe('effectivePresence', () => {
  const wrappingUp = presence({ state: 'wrap_up', callId: 'c', until: later });

  it('wraps up until its time has passed, and is ready since then', () => {
    expect(effectivePresence(wrappingUp, now).state).toBe('wrap_up');
    expect(effectivePresence(wrappingUp, later)).toMatchObject({ state: 'ready', callId: null, since: later });
  });

  it('goes back to not ready when that is where the agent came from', () => {
    expect(effectivePresence({ ...wrappingUp, reasonId: 'lunch' }, later).state).toBe('not_ready');
  });
});

describe('followCall', () => {
  it('takes an agent from ready through the call to wrapping up', () => {
    const ringing = presence({ ...followCall(presence({}), 'c', 'ringing', now, wrapUp) });
    expect(ringing).toMatchObject({ state: 'ringing', callId: 'c' });
    const talking = presence({ ...followCall(ringing, 'c', 'in_call', now, wrapUp) });
    expect(talking.state).toBe('in_call');
    expect(followCall(talking, 'c', 'gone', now, wrapUp)).toEqual({
      state: 'wrap_up',
      callId: 'c',
      reasonId: null,
      until: later,
    });
  });

  it('needs no wrapping up after a call that nobody answered', () => {
    const ringing = presence({ state: 'ringing', callId: 'c' });
    expect(followCall(ringing, 'c', 'gone', now, wrapUp)?.state).toBe('ready');
    expect(followCall({ ...ringing, reasonId: 'lunch' }, 'c', 'gone', now, wrapUp)?.state).toBe('not_ready');
  });

  it('leaves somebody alone who is logged out or on another call', () => {
    expect(followCall(presence({ state: 'offline' }), 'c', 'ringing', now, wrapUp)).toBeNull();
    expect(followCall(presence({ state: 'in_call', callId: 'other' }), 'c', 'ringing', now, wrapUp)).toBeNull();
    expect(followCall(presence({ state: 'in_call', callId: 'other' }), 'c', 'gone', now, wrapUp)).toBeNull();
  });

  it('leaves out wrapping up of no seconds, and lets the other kind last', () => {
    const talking = presence({ state: 'in_call', callId: 'c' });
    expect(followCall(talking, 'c', 'gone', now, { seconds: 0, isOpenEnded: false })?.state).toBe('ready');
    expect(followCall(talking, 'c', 'gone', now, { seconds: 0, isOpenEnded: true })).toMatchObject({
      state: 'wrap_up',
      until: null,
    });
  });

  it('changes nothing on a repeat', () => {
    expect(followCall(presence({ state: 'in_call', callId: 'c' }), 'c', 'in_call', now, wrapUp)).toBeNull();
  });
});
