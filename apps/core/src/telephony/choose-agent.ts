import { z } from 'zod';

/** How a group gives its calls out. */
export const strategySchema = z.enum(['longest_idle', 'round_robin', 'fewest_calls', 'returning_customer', 'skill']);
export type Strategy = z.infer<typeof strategySchema>;

/** An agent who could take the call. */
export interface Candidate {
  agentId: string;
  readySince: Date;
  lastAssignedAt: Date | null;
  callsToday: number;
  skillLevel: number;
  /** Spoke with this customer last. */
  isReturning: boolean;
}

type Order = (a: Candidate, b: Candidate) => number;

const longestIdle: Order = (a, b) => a.readySince.getTime() - b.readySince.getTime();
const byTurn: Order = (a, b) => (a.lastAssignedAt?.getTime() ?? 0) - (b.lastAssignedAt?.getTime() ?? 0);

const orders: Record<Strategy, Order> = {
  longest_idle: longestIdle,
  round_robin: byTurn,
  fewest_calls: (a, b) => a.callsToday - b.callsToday,
  returning_customer: (a, b) => Number(b.isReturning) - Number(a.isReturning),
  skill: (a, b) => b.skillLevel - a.skillLevel,
};

/** Puts the agents into the order in which they are to be rung; who has been idle longest decides a tie. */
export function orderCandidates(strategy: Strategy, candidates: readonly Candidate[]): Candidate[] {
  return candidates.toSorted((a, b) => orders[strategy](a, b) || longestIdle(a, b) || (a.agentId < b.agentId ? -1 : 1));
}
