import type { Answers } from '../form/answers.ts';
import type { Urgency } from '../platform/urgency.ts';
import type { FlowState, StandIn, Token } from './flow-state.ts';

interface EventBase {
  /** When it happened, ISO 8601 in UTC. */
  at: string;
  /** Who did it; null for the system. */
  actorId: string | null;
  /** What `lookupsFor` asked for: ordered agent ids by lookup key. */
  lookups: Readonly<Record<string, readonly string[]>>;
  /** Of those agents, who only stands in for somebody who is away: by lookup key and by who stands in. */
  standIns?: Readonly<Record<string, Readonly<Record<string, StandIn>>>>;
}

interface AtToken extends EventBase {
  tokenId: string;
}

/** Whose a step is, or to whom it is offered. */
export type StepPeople = Pick<
  Token,
  'assigneeId' | 'acceptedAt' | 'candidateGroup' | 'candidateIds' | 'isFallback' | 'countersigners'
>;

/** To whom a step is given: a person, or a group by its key, whose members may claim it. */
export type GivenTo = { toAgentId: string } | { toGroup: string };

/**
 * What can happen to a ticket. Whether the actor may reassign, suspend, resume or cancel is asked before the event is
 * made; that a step is only accepted, submitted, decided and rolled back by those whose it is, is held here. `return_step` takes a reassignment back,
 * `reopen` a cancellation.
 * `answers` are whole, as `parseAnswers` gives them.
 */
export type FlowEvent =
  /** `creatorId` is whose the ticket is where somebody else made it, such as a customer with a form. */
  | (EventBase & { type: 'create'; urgency: Urgency; answers: Answers; creatorId?: string })
  | (AtToken & { type: 'claim' })
  | (AtToken & { type: 'accept' })
  | (AtToken & { type: 'submit'; answers: Answers })
  | (AtToken & { type: 'decide'; decision: 'approved' | 'rejected'; answers?: Answers; comment?: string })
  | (AtToken & { type: 'countersign'; toAgentId: string })
  | (AtToken & { type: 'roll_back'; reason: string; toNodeId?: string })
  | (AtToken & { type: 'reassign'; fromAgentId?: string; reason?: string } & GivenTo)
  | (AtToken & { type: 'return_step' } & StepPeople)
  | (AtToken & { type: 'suspend'; reason: string })
  | (AtToken & { type: 'resume' })
  | (AtToken & { type: 'timer_fired'; purpose: TimerPurpose })
  | (AtToken & { type: 'automatic_finished'; succeeded: boolean; answers?: Answers })
  | (EventBase & { type: 'change_answers'; answers: Answers })
  | (EventBase & { type: 'change_urgency'; urgency: Urgency })
  | (EventBase & { type: 'cancel'; reason: string })
  | (EventBase & { type: 'reopen'; tokens: Token[]; joins: FlowState['joins'] });

export type FlowEventType = FlowEvent['type'];
export type EventOf<T extends FlowEventType> = Extract<FlowEvent, { type: T }>;
export type TimerPurpose = 'wait' | 'time_limit';
