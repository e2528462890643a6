import type { Kinds } from '../condition/condition.ts';
import type { FormDefinition } from '../form/form-definition.ts';
import { formKinds } from '../form/form-fields.ts';
import type { FlowDefinition, FlowEdge, FlowNode, PeopleNode } from './flow-definition.ts';

/** The part of a ticket type's version that a flow runs on. */
export interface FlowVersion {
  flow: FlowDefinition;
  form: FormDefinition;
}

export function nodeOf(flow: FlowDefinition, id: string): FlowNode | undefined {
  return flow.nodes.find((node) => node.id === id);
}

/** The edges out of a node in the order in which they are tried: by priority, then as written. */
export function edgesFrom(flow: FlowDefinition, nodeId: string): FlowEdge[] {
  const edges = flow.edges.filter((edge) => edge.from === nodeId);
  return edges.toSorted((a, b) => (a.priority ?? 0) - (b.priority ?? 0));
}

export function isPeopleNode(node: FlowNode | undefined): node is PeopleNode {
  return node?.kind === 'handle' || node?.kind === 'approve';
}

/** What a flow's conditions can read: the form's fields and `ticket.urgency`. */
export function flowKinds(form: FormDefinition): Kinds {
  return { ...formKinds(form), 'ticket.urgency': 'choice' };
}
