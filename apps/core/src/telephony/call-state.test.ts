import type { CallEvent } from '@handoff/plugin-sdk';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldCallEvents } from './call-state.ts';

type Kind = CallEvent['kind'];

const event = (kind: Kind, second: number, more: Record<string, unknown> = {}): CallEvent => ({
  kind,
  eventId: `${kind}@${second}`,
  callId: 'c',
  at: new Date(Date.UTC(2026, 2, 18, 6, 0, second)),
  direction: 'inbound',
  customerNumber: '13805715678',
  reason: 'customer_hung_up',
  toAgent: 'zhao.lei',
  ...more,
});

const conversation = [
  event('call.offered', 0, { agent: 'li.na' }),
  event('call.answered', 4),
  event('call.muted', 5),
  event('call.unmuted', 7),
  event('call.held', 10),
  event('call.resumed', 16),
  event('call.transferred', 20),
  event('call.answered', 24),
  event('call.held', 30),
  event('call.ended', 33),
];

describe('foldCallEvents', () => {
  it('tells how the conversation went', () => {
    expect(foldCallEvents(conversation)).toEqual({
      status: 'ended',
      agent: 'zhao.lei',
      answeredAt: new Date('2026-03-18T06:00:04Z'),
      heldAt: null,
      heldSeconds: 9,
      isMuted: false,
      isRecorded: false,
      endedAt: new Date('2026-03-18T06:00:33Z'),
      endReason: 'customer_hung_up',
    });
  });

  it('is the same whatever order the events come in, and however often', () => {
    const arrivals = fc.shuffledSubarray([...conversation, ...conversation], { minLength: 20 });
    fc.assert(
      fc.property(arrivals, (events) => {
        expect(foldCallEvents(events)).toEqual(foldCallEvents(conversation));
      }),
    );
  });

  it('does not open an ended call for an answer that is late', () => {
    const late = foldCallEvents([event('call.offered', 0), event('call.ended', 5), event('call.answered', 9)]);
    expect(late.status).toBe('ended');
  });

  it('takes no hold from a call that rings', () => {
    expect(foldCallEvents([event('call.offered', 0), event('call.held', 2)]).status).toBe('ringing');
  });

  it('rings again after a transfer until the other agent answers', () => {
    expect(foldCallEvents(conversation.slice(0, 7)).status).toBe('ringing');
    expect(foldCallEvents(conversation.slice(0, 8)).status).toBe('in_call');
  });
});
