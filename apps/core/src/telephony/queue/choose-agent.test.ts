import { describe, expect, it } from 'vitest';
import { orderCandidates, type Candidate, type Strategy } from './choose-agent.ts';

const at = (minute: number): Date => new Date(Date.UTC(2026, 2, 18, 6, minute));
const candidate = (agentId: string, facts: Partial<Candidate>): Candidate => ({
  agentId,
  readySince: at(30),
  lastAssignedAt: at(20),
  callsToday: 5,
  skillLevel: 5,
  isReturning: false,
  hasMissed: false,
  ...facts,
});

const candidates = [
  candidate('calm', { readySince: at(1) }),
  candidate('new', { lastAssignedAt: null }),
  candidate('fresh', { callsToday: 1 }),
  candidate('known', { isReturning: true }),
  candidate('expert', { skillLevel: 10 }),
];

describe('orderCandidates', () => {
  it.each<[Strategy, string]>([
    ['longest_idle', 'calm'],
    ['round_robin', 'new'],
    ['least_busy', 'fresh'],
    ['returning_customer', 'known'],
    ['skill_first', 'expert'],
  ])('%s rings %s first', (strategy, first) => {
    expect(orderCandidates(strategy, candidates)[0]?.agentId).toBe(first);
  });

  it('rings who has been idle longest when the strategy does not decide', () => {
    const strangers = candidates.filter(({ agentId }) => agentId !== 'known');
    expect(orderCandidates('returning_customer', strangers)[0]?.agentId).toBe('calm');
  });

  it('rings whoever let the call ring only after all others', () => {
    const missed = candidates.map((each) => ({ ...each, hasMissed: each.agentId === 'expert' }));
    expect(orderCandidates('skill_first', missed).at(-1)?.agentId).toBe('expert');
  });

  it('answers the same for the same agents in any order', () => {
    const order = orderCandidates('round_robin', candidates).map(({ agentId }) => agentId);
    expect(orderCandidates('round_robin', candidates.toReversed()).map(({ agentId }) => agentId)).toEqual(order);
  });
});
