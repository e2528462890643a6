import type { Kinds } from '../condition/condition.ts';
import type { Reason } from '../condition/evaluate-condition.ts';
import type { FlowDefinition, FlowNode } from './flow-definition.ts';
import type { EffectBody, FlowEffect, StepOutcome } from './flow-effect.ts';
import type { FlowEvent } from './flow-event.ts';
import { flowKinds, nodeOf, type FlowVersion } from './flow-graph.ts';
import { isFinished, type FlowState, type Token } from './flow-state.ts';
import { peopleAfter, type LookupRequest, type People } from './lookup.ts';
import { Refused } from './refusal.ts';

export type TraceWhy =
  | 'only_way'
  | 'condition_held'
  | 'default_taken'
  | 'outcome'
  | 'split'
  | 'join_waits'
  | 'join_complete'
  | 'fallback_group'
  | 'rolled_back'
  | 'ended';

/** One decision of the interpreter: at which node, along which edge, why, and the comparisons that decided. */
export interface TraceStep {
  nodeId: string;
  edgeId: string | null;
  why: TraceWhy;
  because: Reason[];
}

/** One event at work on a copy of the state. */
export interface Run {
  flow: FlowDefinition;
  kinds: Kinds;
  event: FlowEvent;
  people: People;
  state: FlowState;
  effects: FlowEffect[];
  trace: TraceStep[];
  /** How many nodes may still be entered before the flow counts as going round in circles. */
  entriesLeft: number;
}

export function startRun(version: FlowVersion, state: FlowState, event: FlowEvent): Run {
  return {
    flow: version.flow,
    kinds: flowKinds(version.form),
    event,
    people: peopleAfter(state, event),
    state: { ...structuredClone(state), revision: state.revision + 1 },
    effects: [],
    trace: [],
    entriesLeft: 10 * version.flow.nodes.length + 100,
  };
}

export function emit(run: Run, body: EffectBody): void {
  run.effects.push({ ...body, id: `${run.state.revision}.${run.effects.length + 1}` });
}

export function explain(run: Run, nodeId: string, edgeId: string | null, why: TraceWhy, because: Reason[] = []): void {
  run.trace.push({ nodeId, edgeId, why, because });
}

export function nextNumber(run: Run): number {
  run.state.sequence += 1;
  return run.state.sequence;
}

/** The node with this id; a flow that names one it does not have is broken. */
export function requireNode(run: Run, nodeId: string): FlowNode {
  const node = nodeOf(run.flow, nodeId);
  if (!node) throw new Refused('broken_flow', { detail: nodeId });
  return node;
}

/** The token that the event speaks of, where it still is. */
export function requireToken(run: Run, tokenId: string): Token {
  if (run.state.status === 'draft') throw new Refused('not_started');
  if (isFinished(run.state)) throw new Refused('finished');
  const token = run.state.tokens.find(({ id }) => id === tokenId);
  if (!token) throw new Refused('step_over');
  return token;
}

export function answerOf(run: Run, request: LookupRequest | null): string[] {
  if (!request) return [];
  const ids = run.event.lookups[request.key];
  if (!ids) throw new Refused('missing_lookup', { detail: request.key });
  return [...ids];
}

/** Takes a token off the board and says how its stay at the node ended. */
export function finishStep(run: Run, token: Token, outcome: StepOutcome): void {
  run.state.tokens = run.state.tokens.filter(({ id }) => id !== token.id);
  for (const timerId of timersOf(run, token))
    emit(run, { type: 'stop_timer', tokenId: token.id, nodeId: token.nodeId, timerId });
  const agentId = outcome === 'withdrawn' ? null : run.event.actorId;
  emit(run, { type: 'step_finished', tokenId: token.id, nodeId: token.nodeId, outcome, agentId });
}

/** The ids of the timers that run for a token at its node. */
export function timersOf(run: Run, token: Token): string[] {
  const node = requireNode(run, token.nodeId);
  if (node.kind === 'wait') return [`${token.id}:wait`];
  return 'timeLimit' in node && node.timeLimit ? [`${token.id}:time_limit`] : [];
}
