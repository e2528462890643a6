import * as act from './act-on-step.ts';
import { countersign, decide } from './approve-step.ts';
import type { FlowEffect } from './flow-effect.ts';
import type { EventOf, FlowEvent } from './flow-event.ts';
import type { FlowVersion } from './flow-graph.ts';
import { isFinished, statusOf, type FlowState } from './flow-state.ts';
import { finishTicket, leaveNode } from './move-token.ts';
import { Refused, type Refusal } from './refusal.ts';
import { emit, startRun, type Run, type TraceStep } from './run.ts';

export type Advanced =
  { ok: true; state: FlowState; effects: FlowEffect[]; trace: TraceStep[] } | { ok: false; refusal: Refusal };

/**
 * Moves a ticket by one event: the new state, what has to be done outside, and why it went where it went. It reads no
 * clock and asks nobody: the same version, state and event always give the same answer. An event that may not happen
 * changes nothing and is answered with the reason.
 */
export function advance(version: FlowVersion, state: FlowState, event: FlowEvent): Advanced {
  const run = startRun(version, state, event);
  try {
    apply(run, event);
  } catch (error) {
    if (error instanceof Refused) return { ok: false, refusal: error.refusal };
    throw error;
  }
  if (event.actorId) run.state.lastHandlerId = event.actorId;
  if (!isFinished(run.state)) run.state.status = statusOf(run.state.tokens);
  if (run.state.status !== state.status) emit(run, { type: 'set_status', from: state.status, to: run.state.status });
  return { ok: true, state: run.state, effects: run.effects, trace: run.trace };
}

function apply(run: Run, event: FlowEvent): void {
  switch (event.type) {
    case 'create':
      return create(run, event);
    case 'claim':
    case 'accept':
      return act.acceptOrClaim(run, event);
    case 'submit':
      return act.submit(run, event);
    case 'decide':
      return decide(run, event);
    case 'countersign':
      return countersign(run, event);
    case 'roll_back':
      return act.rollBack(run, event);
    case 'reassign':
      return act.reassign(run, event);
    case 'return_step':
      return act.returnStep(run, event);
    case 'suspend':
      return act.suspend(run, event);
    case 'resume':
      return act.resume(run, event);
    case 'timer_fired':
      return act.timerFired(run, event);
    case 'automatic_finished':
      return act.automaticFinished(run, event);
    case 'change_answers':
    case 'change_urgency':
    case 'cancel':
      return applyToTicket(run, event);
    case 'reopen':
      return reopen(run, event);
  }
}

function create(run: Run, event: EventOf<'create'>): void {
  if (run.state.status !== 'draft') throw new Refused('already_created');
  const start = run.flow.nodes.find((node) => node.kind === 'start');
  if (!start) throw new Refused('broken_flow', { detail: 'start' });
  run.state.status = 'pending';
  run.state.creatorId = event.creatorId ?? event.actorId;
  run.state.urgency = event.urgency;
  run.state.answers = event.answers;
  const visit = { nodeId: start.id, agentId: event.actorId, splits: [] };
  leaveNode(run, start.id, { splits: [], path: [visit] });
}

/** Puts everything back to where it was when the ticket was cancelled. */
function reopen(run: Run, event: EventOf<'reopen'>): void {
  if (run.state.status !== 'cancelled' || event.tokens.length === 0) throw new Refused('not_cancelled');
  run.state.tokens = structuredClone(event.tokens);
  run.state.joins = structuredClone(event.joins);
  run.state.status = statusOf(run.state.tokens);
  emit(run, { type: 'ticket_reopened' });
}

function applyToTicket(run: Run, event: EventOf<'change_answers' | 'change_urgency' | 'cancel'>): void {
  if (run.state.status === 'draft') throw new Refused('not_started');
  if (isFinished(run.state)) throw new Refused('finished');
  if (event.type === 'cancel') return finishTicket(run, 'cancelled', null);
  if (event.type === 'change_urgency') run.state.urgency = event.urgency;
  else run.state.answers = event.answers;
}
