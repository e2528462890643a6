import type { Answers } from '../form/answers.ts';
import { nodeOf } from '../flow/flow-graph.ts';
import { rollbackTargets } from '../flow/roll-back.ts';
import type { Token } from '../flow/flow-state.ts';
import type { LocalizedText } from '../platform/text/localized-text.ts';
import { nextInstants } from '../sla/clock/next-instants.ts';
import { promised } from './move-simulation.ts';
import type { Simulated } from './ground-simulation.ts';
import type { SimulationFrame } from './simulation.ts';
import type { SimulationAct } from './simulation-input.ts';

/** Something that would have gone out. */
export interface HeldBack {
  kind: 'notify' | 'webhook' | 'sub_ticket' | 'unassigned';
  purpose: string | null;
  nodeId: string | null;
  agentIds: string[];
  to: string[];
  message: LocalizedText | null;
  target: string | null;
  answers: Answers | null;
}

const nothing = { purpose: null, agentIds: [], to: [], message: null, target: null, answers: null };

/** What a frame of a run held back. */
export function heldBackOf({ effects, clock, kind, nodeId }: SimulationFrame): HeldBack[] {
  const held: HeldBack[] = clock ? [{ ...nothing, kind: 'notify', purpose: kind, nodeId, to: clock.to }] : [];
  for (const effect of effects) {
    if (effect.type === 'notify') {
      const { purpose, agentIds, message } = effect;
      held.push({ ...nothing, kind: 'notify', nodeId: effect.nodeId, purpose, agentIds, message });
    }
    if (effect.type === 'call_webhook')
      held.push({ ...nothing, kind: 'webhook', nodeId: effect.nodeId, target: effect.url, answers: effect.answers });
    if (effect.type === 'create_sub_ticket') {
      const { ticketType: target, answers } = effect;
      held.push({ ...nothing, kind: 'sub_ticket', nodeId: effect.nodeId, target, answers });
    }
    if (effect.type === 'unassigned')
      held.push({ ...nothing, kind: 'unassigned', nodeId: effect.nodeId, target: effect.group });
  }
  return held;
}

/** A step that the made-up ticket is at, who may act there, and what they may do. */
export interface OpenStep {
  token: Token;
  people: string[];
  acts: SimulationAct[];
  rollbackTo: string[];
}

export function openStepsOf({ definition, simulation: { state } }: Simulated): OpenStep[] {
  return state.tokens.map((token) => {
    const rollbackTo = rollbackTargets(definition.flow, state, token.id).map((visit) => visit.nodeId);
    const people = [...new Set([...(token.assigneeId ? [token.assigneeId] : []), ...token.candidateIds])];
    const open = people.filter((id) => !token.votes.some((vote) => vote.agentId === id));
    return { token, people: open, acts: actsAt(definition.flow, token, rollbackTo), rollbackTo };
  });
}

function actsAt(flow: Simulated['definition']['flow'], token: Token, rollbackTo: readonly string[]): SimulationAct[] {
  const node = nodeOf(flow, token.nodeId);
  if (token.suspendedAt !== null) return ['resume'];
  const back: SimulationAct[] = rollbackTo.length > 0 ? ['roll_back'] : [];
  const hold: SimulationAct[] = node && 'allowSuspend' in node && node.allowSuspend ? ['suspend'] : [];
  switch (node?.kind) {
    case 'handle':
      return token.acceptedAt === null ? ['accept', 'reassign', ...hold] : ['submit', ...back, 'reassign', ...hold];
    case 'approve':
      return [
        'approve',
        'reject',
        ...back,
        'reassign',
        ...(token.isFallback ? [] : (['countersign'] as const)),
        ...hold,
      ];
    case 'start':
      return ['submit'];
    case 'webhook':
    case 'sub_ticket':
      return ['finish_automatic'];
    default:
      return [];
  }
}

/** What will happen by itself. */
export interface Coming {
  at: Date;
  kind: 'reminder' | 'breach' | 'escalation' | 'wait' | 'time_limit';
  nodeId: string | null;
  clock: string | null;
}

/** The next three things that clocks and timers will do if nobody does anything. */
export function comingOf({ ground, simulation }: Simulated): Coming[] {
  const { policy, calendar } = promised(ground, simulation.held);
  const byClocks = simulation.clocks.flatMap(({ entries, kind: clock, nodeId }) =>
    nextInstants(entries, policy, calendar.definition).map(({ at, kind }): Coming => ({
      ...{ at, kind, nodeId, clock },
    })),
  );
  const byTimers = [...simulation.timers.running.values()]
    .filter(({ kind }) => kind === 'flow')
    .map(({ fireAt, payload }): Coming => {
      const { tokenId, purpose } = payload as { tokenId: string; purpose: 'wait' | 'time_limit' };
      const nodeId = simulation.state.tokens.find(({ id }) => id === tokenId)?.nodeId ?? null;
      return { at: fireAt, kind: purpose, nodeId, clock: null };
    });
  return [...byClocks, ...byTimers].toSorted((a, b) => a.at.getTime() - b.at.getTime()).slice(0, 3);
}
