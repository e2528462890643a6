import type { Answers } from '../form/answers.ts';
import type { Urgency } from '../platform/urgency.ts';

export const FLOW_STATUSES = [
  'draft',
  'pending',
  'in_progress',
  'returned',
  'suspended',
  'completed',
  'cancelled',
] as const;

export type FlowStatus = (typeof FLOW_STATUSES)[number];

/** One branch of one passage through a parallel split. */
export interface SplitFrame {
  splitId: string;
  instance: number;
  edgeId: string;
}

/** A step that a person finished on the way to where a token is; the places to which it can be rolled back. */
export interface Visit {
  nodeId: string;
  agentId: string | null;
  splits: SplitFrame[];
}

export interface Vote {
  agentId: string;
  decision: 'approved' | 'rejected';
  at: string;
}

/** Who is away, and until when (ISO 8601). */
export interface StandIn {
  agentId: string;
  until: string;
}

/** The ticket at one node. Each stay at a node has a token id of its own, so that an answer to an earlier stay is told apart. */
export interface Token {
  id: string;
  nodeId: string;
  since: string;
  assigneeId: string | null;
  acceptedAt: string | null;
  /** The group to which the step is offered, by key. */
  candidateGroup: string | null;
  /** Who may claim the step, or whose approval it waits for. */
  candidateIds: string[];
  votes: Vote[];
  /** Those among the candidates whom an approver asked to approve as well. */
  countersigners?: string[];
  /** For whom those who have the step, or are asked, stand in while they are away. */
  standIns?: Record<string, StandIn>;
  /** Nobody fitted the node's rule, so the step went to the flow's fallback group. */
  isFallback: boolean;
  isReturned: boolean;
  suspendedAt: string | null;
  splits: SplitFrame[];
  path: Visit[];
}

/** Whether a step is offered to this group, and nobody has accepted it. */
export const isOfferedTo = (token: Token, group: string): boolean =>
  token.assigneeId === null && token.candidateGroup === group;

/** Everything that the flow knows of a ticket; plain JSON. */
export interface FlowState {
  /** How many events made this state. */
  revision: number;
  /** The last number given to a token or to a passage through a split. */
  sequence: number;
  status: FlowStatus;
  creatorId: string | null;
  lastHandlerId: string | null;
  urgency: Urgency;
  answers: Answers;
  tokens: Token[];
  /** By passage through a split: the branches (edge ids) that have arrived at its join. */
  joins: Record<string, string[]>;
  /** Who finished each node last. */
  handlers: Record<string, string>;
  firstResponseAt: string | null;
}

/** The state before anything happened; the fold of no events. */
export function initialState(): FlowState {
  return {
    revision: 0,
    sequence: 0,
    status: 'draft',
    creatorId: null,
    lastHandlerId: null,
    urgency: 'normal',
    answers: {},
    tokens: [],
    joins: {},
    handlers: {},
    firstResponseAt: null,
  };
}

export function isFinished({ status }: { status: string }): boolean {
  return status === 'completed' || status === 'cancelled';
}

/** The status that a running ticket's tokens add up to. */
export function statusOf(tokens: readonly Token[]): FlowStatus {
  if (tokens.every((token) => token.suspendedAt !== null)) return 'suspended';
  const active = tokens.filter((token) => token.suspendedAt === null);
  if (active.some((token) => token.isReturned && token.acceptedAt === null)) return 'returned';
  if (active.some((token) => token.acceptedAt !== null || token.votes.length > 0)) return 'in_progress';
  const isAwaited = active.some(
    (token) => token.assigneeId !== null || token.candidateGroup !== null || token.candidateIds.length > 0,
  );
  return isAwaited ? 'pending' : 'in_progress';
}
