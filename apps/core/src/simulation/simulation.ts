import type { Values } from '../condition/condition.ts';
import type { HeldPolicy } from '../sla/policy/hold-policy.ts';
import type { FlowEffect } from '../flow/flow-effect.ts';
import type { FlowState } from '../flow/flow-state.ts';
import type { LookupRequest } from '../flow/lookup.ts';
import type { TraceStep } from '../flow/run.ts';
import type { LocalizedText } from '../platform/text/localized-text.ts';
import type { LoadedCalendar } from '../calendar/load-calendar.ts';
import type { StoredClock } from '../sla/clock/clock-store.ts';
import type { SlaInstant } from '../sla/clock/next-instants.ts';
import type { TimerBook } from '../ticket/timer/keep-timers.ts';
import type { TicketTypeDefinition } from '../ticket-type/ticket-type-definition.ts';
import type { SimulationAct } from './simulation-input.ts';

/** Answers what the interpreter asks about people. */
export type AnswerLookups = (requests: readonly LookupRequest[]) => Promise<Record<string, readonly string[]>>;

/** What a definition is tried with: itself, its calendar, and somebody who knows the people. */
export interface SimulationGround {
  definition: TicketTypeDefinition;
  /** Of its policies, by their keys. */
  calendars: ReadonlyMap<string, LoadedCalendar>;
  look: AnswerLookups;
}

/** What happened at one point of a run: who did what, why the ticket went where, and what was held back. */
export interface SimulationFrame {
  /** Place in the run's steps; several frames share the step of a wait. */
  step: number;
  at: Date;
  kind: SimulationAct | 'timer_fired' | SlaInstant['kind'];
  actorId: string | null;
  nodeId: string | null;
  trace: TraceStep[];
  effects: FlowEffect[];
  /** For what a clock did: which clock, and which reminder or rung. */
  clock: { kind: StoredClock['kind']; key: string; to: SlaInstant['to'] } | null;
}

/** Why a run went no further; `path` leads into the step. */
export interface SimulationProblem {
  step: number;
  issues: { path: string[]; code: string; message: LocalizedText }[];
}

/** A made-up ticket: all that the product would know of it, kept in memory alone. */
export interface Simulation {
  now: Date;
  state: FlowState;
  /** What is known of its customer, as conditions of policies read it. */
  facts: Values;
  /** The policy that holds, and why; null before the ticket is made. */
  held: HeldPolicy | null;
  timers: TimerBook;
  clocks: StoredClock[];
  frames: SimulationFrame[];
  problem: SimulationProblem | null;
  /** Every answer about people that the run was given, by what was asked. */
  lookups: Record<string, readonly string[]>;
}
