import type { z } from 'zod';
import type { groupStrategySchema } from '../../identity/service-group/service-group-input.ts';

export type Strategy = z.infer<typeof groupStrategySchema>;

/** An agent who could take the call. */
export interface Candidate {
  agentId: string;
  readySince: Date;
  lastAssignedAt: Date | null;
  callsToday: number;
  skillLevel: number;
  /** Spoke with this customer last. */
  isReturning: boolean;
  /** Let this very call ring before. */
  hasMissed: boolean;
}

type Order = (a: Candidate, b: Candidate) => number;

const longestIdle: Order = (a, b) => a.readySince.getTime() - b.readySince.getTime();
const byTurn: Order = (a, b) => (a.lastAssignedAt?.getTime() ?? 0) - (b.lastAssignedAt?.getTime() ?? 0);

const orders: Record<Strategy, Order> = {
  // Nobody can claim a call that rings, so it goes to whoever is idle longest.
  claim: longestIdle,
  longest_idle: longestIdle,
  round_robin: byTurn,
  least_busy: (a, b) => a.callsToday - b.callsToday,
  returning_customer: (a, b) => Number(b.isReturning) - Number(a.isReturning),
  skill_first: (a, b) => b.skillLevel - a.skillLevel,
};

/**
 * Puts the agents into the order in which they are to be rung: those who let this call ring before come last, and who
 * has been idle longest decides a tie.
 */
export function orderCandidates(strategy: Strategy, candidates: readonly Candidate[]): Candidate[] {
  return candidates.toSorted(
    (a, b) =>
      Number(a.hasMissed) - Number(b.hasMissed) ||
      orders[strategy](a, b) ||
      longestIdle(a, b) ||
      (a.agentId < b.agentId ? -1 : 1),
  );
}
