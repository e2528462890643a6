import { expect } from 'vitest';
import type { FormDefinition } from '../../form/form-definition.ts';
import { advance, type Advanced } from '../advance.ts';
import { checkFlow } from '../check/check-flow.ts';
import type { FlowEdge, FlowNode } from '../flow-definition.ts';
import type { FlowEvent } from '../flow-event.ts';
import type { FlowVersion } from '../flow-graph.ts';
import { initialState, type FlowState, type Token } from '../flow-state.ts';
import type { LookupRequest } from '../lookup.ts';
import { withLookups } from './drive-flow.ts';

type Sent = FlowEvent extends infer E ? (E extends FlowEvent ? Omit<E, 'at' | 'lookups'> : never) : never;
type WithoutName = FlowNode extends infer N ? (N extends FlowNode ? Omit<N, 'id' | 'name'> : never) : never;

const said = (text: string) => ({ en: text, zh: text });

const form: FormDefinition = {
  sections: [{ key: 'all', label: said('All'), columns: 1, fields: [{ type: 'number', key: 'x', label: said('X') }] }],
  rules: [],
};

/** A flow of a few nodes: `ways` such as `start>a b>end` are plain edges, `edges` those that say more. */
export function smallFlow(
  nodes: Record<string, WithoutName>,
  ways: string,
  edges: Omit<FlowEdge, 'id'>[] = [],
): FlowVersion {
  const plain = ways.split(' ').map((way) => {
    const [from = '', to = ''] = way.split('>');
    return { from, to };
  });
  const flow = {
    fallbackGroup: 'fallback',
    nodes: Object.entries(nodes).map(([id, node]) => ({ ...node, id, name: said(id) })),
    edges: [...plain, ...edges].map((edge, index) => ({ ...edge, id: `way_${index}` })),
  };
  expect(checkFlow(flow, form)).toEqual([]);
  return { flow, form };
}

/** A ticket on its way through a flow, worked by people who answer by `look`. */
export class TicketRun {
  state: FlowState = initialState();
  last: Advanced | null = null;

  constructor(
    private readonly version: FlowVersion,
    private readonly look: (request: LookupRequest) => string[],
    answers: Record<string, number> = {},
  ) {
    this.send({ type: 'create', actorId: 'cora', urgency: 'normal', answers });
  }

  /** Sends an event; a refusal is answered with its code and changes nothing. */
  send(sent: Sent): string | null {
    const event: FlowEvent = { ...sent, at: '2026-05-06T01:00:00.000Z', lookups: {} };
    this.last = advance(this.version, this.state, withLookups(this.version, this.state, event, this.look));
    if (!this.last.ok) return this.last.refusal.code;
    this.state = this.last.state;
    return null;
  }

  /** Where the ticket is now. */
  get places(): string[] {
    return this.state.tokens.map(({ nodeId }) => nodeId).sort();
  }

  at(nodeId: string): Token {
    const token = this.state.tokens.find((each) => each.nodeId === nodeId);
    if (!token) throw new Error(`nothing at ${nodeId}, but at ${this.places.join()}`);
    return token;
  }

  /** Finishes the step at a node as the person who has it. */
  finish(nodeId: string, answers: Record<string, number> = {}): void {
    const token = this.at(nodeId);
    const actorId = token.assigneeId ?? token.candidateIds[0] ?? null;
    if (token.acceptedAt === null) this.must({ type: 'accept', tokenId: token.id, actorId });
    const whole = { ...this.state.answers, ...answers };
    this.must({ type: 'submit', tokenId: token.id, actorId, answers: whole });
  }

  decide(nodeId: string, actorId: string, isApproved = true): string | null {
    const decision = isApproved ? 'approved' : 'rejected';
    return this.send({ type: 'decide', tokenId: this.at(nodeId).id, actorId, decision });
  }

  private must(sent: Sent): void {
    const refused = this.send(sent);
    if (refused) throw new Error(`${sent.type} refused: ${refused}`);
  }
}

/** The nodes that most small flows have. */
export const begin = { kind: 'start' } as const;
export const finish = { kind: 'end', outcome: 'completed' } as const;
export const byCreator = { kind: 'handle', assignee: { kind: 'creator' } } as const;
