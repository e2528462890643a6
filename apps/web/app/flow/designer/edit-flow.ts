import type { FlowDefinition, FlowEdge, FlowNode, FlowNodeKind } from '@handoff/core/flow/flow-definition';
import { isPeopleNode, nodeOf } from '@handoff/core/flow/flow-graph';
import type { FormDefinition } from '@handoff/core/form/form-definition';
import { freeKey } from '~/ticket-type/designer/free-key.ts';
import { newNode, type NodeDefaults } from './new-node.ts';

/** A flow with the node that was added, which is to be selected. */
export interface Added {
  flow: FlowDefinition;
  id: string;
}

type Outcome = NonNullable<FlowEdge['outcome']>;

/** The ways out of a node in the order in which they are tried, the default last, special outcomes after it. */
export function waysOf(flow: FlowDefinition, id: string): FlowEdge[] {
  const rank = (edge: FlowEdge) => (edge.outcome ? 2 : edge.isDefault ? 1 : 0);
  return flow.edges
    .filter((edge) => edge.from === id)
    .sort((one, other) => rank(one) - rank(other) || (one.priority ?? 0) - (other.priority ?? 0));
}

const usualWays = (flow: FlowDefinition, id: string) => waysOf(flow, id).filter((edge) => !edge.outcome);

/** Whether several usual ways may leave a node. */
export const isForked = (node: FlowNode | undefined) => node?.kind === 'branch' || node?.kind === 'parallel_split';

/** The outcomes for which ways may lead out of a node. */
export function outcomesOf(node: FlowNode): Outcome[] {
  if (node.kind === 'webhook' || node.kind === 'sub_ticket') return ['failed'];
  if (!isPeopleNode(node)) return [];
  const rejected: Outcome[] = node.kind === 'approve' ? ['rejected'] : [];
  return node.timeLimit?.then === 'proceed' ? [...rejected, 'timed_out'] : rejected;
}

const withEdge = (flow: FlowDefinition, edge: Omit<FlowEdge, 'id'>): FlowDefinition => ({
  ...flow,
  edges: [...flow.edges, { id: freeKey('way', flow.edges), ...edge }],
});

/** The flow with one edge changed. */
export const changeEdge = (flow: FlowDefinition, edge: FlowEdge): FlowDefinition => ({
  ...flow,
  edges: flow.edges.map((one) => (one.id === edge.id ? edge : one)),
});

/** The flow with one node changed; what its ways out can no longer mean is taken from them. */
export function changeNode(flow: FlowDefinition, node: FlowNode): FlowDefinition {
  const changed = { ...flow, nodes: flow.nodes.map((one) => (one.id === node.id ? node : one)) };
  const outcomes = outcomesOf(node);
  return { ...changed, edges: changed.edges.filter((edge) => fits(edge, node, outcomes)) };
}

const fits = (edge: FlowEdge, node: FlowNode, outcomes: readonly Outcome[]) =>
  edge.from !== node.id || (node.kind !== 'end' && (!edge.outcome || outcomes.includes(edge.outcome)));

/** Lets a way lead elsewhere. */
export function redirect(flow: FlowDefinition, edgeId: string, to: string): FlowDefinition {
  return { ...flow, edges: flow.edges.map((edge) => (edge.id === edgeId ? { ...edge, to } : edge)) };
}

export const removeEdge = (flow: FlowDefinition, id: string): FlowDefinition => ({
  ...flow,
  edges: flow.edges.filter((edge) => edge.id !== id),
});

/**
 * Leads from one node to another. A node with one usual way has that way moved; a branch gets one more, its first being
 * the default. Nothing leads out of an end or into the start.
 */
export function connect(flow: FlowDefinition, from: string, to: string, outcome?: Outcome): FlowDefinition {
  const node = nodeOf(flow, from);
  const target = nodeOf(flow, to);
  if (!node || !target || node.kind === 'end' || target.kind === 'start') return flow;
  if (outcome) {
    const before = waysOf(flow, from).find((edge) => edge.outcome === outcome);
    return before ? redirect(flow, before.id, to) : withEdge(flow, { from, to, outcome });
  }
  const ways = usualWays(flow, from);
  if (node.kind === 'branch') {
    if (!ways.some((edge) => edge.isDefault)) return withEdge(flow, { from, to, isDefault: true });
    return withEdge(flow, { from, to, priority: Math.max(0, ...ways.map((edge) => edge.priority ?? 0)) + 1 });
  }
  const [way] = ways;
  return way && node.kind !== 'parallel_split' ? redirect(flow, way.id, to) : withEdge(flow, { from, to });
}

/** Puts a node on a way. A split comes with the join in which its ways meet again. */
export function addOnEdge(flow: FlowDefinition, edgeId: string, kind: FlowNodeKind, defaults: NodeDefaults): Added {
  const edge = flow.edges.find((one) => one.id === edgeId);
  const { flow: grown, id } = addLoose(flow, kind, defaults);
  if (!edge) return { flow: grown, id };
  const led = redirect(grown, edge.id, id);
  if (kind === 'end') return { flow: led, id };
  if (kind !== 'parallel_split') return { flow: connect(led, id, edge.to), id };
  const join = addLoose(led, 'parallel_join', defaults);
  const both = withEdge(withEdge(join.flow, { from: id, to: join.id }), { from: id, to: join.id });
  return { flow: connect(both, join.id, edge.to), id };
}

/** Puts a node behind another: on its way out, or at the end of one more way out of a branch or split. */
export function addAfter(flow: FlowDefinition, after: string, kind: FlowNodeKind, defaults: NodeDefaults): Added {
  const node = nodeOf(flow, after);
  const ways = usualWays(flow, after);
  const [way] = ways;
  if (way && !isForked(node)) return addOnEdge(flow, way.id, kind, defaults);
  const { flow: grown, id } = addLoose(flow, kind, defaults);
  const led = connect(grown, after, id);
  const next = node?.kind === 'parallel_split' ? meetingOf(flow, after) : ways.at(-1)?.to;
  return { flow: next === undefined || kind === 'end' ? led : connect(led, id, next), id };
}

function addLoose(flow: FlowDefinition, kind: FlowNodeKind, defaults: NodeDefaults): Added {
  const id = freeKey(kind, flow.nodes);
  return { flow: { ...flow, nodes: [...flow.nodes, newNode(flow, kind, id, defaults)] }, id };
}

/** The join in which the ways of a split meet, found along the first way. */
function meetingOf(flow: FlowDefinition, split: string): string | undefined {
  const seen = new Set([split]);
  let depth = 1;
  for (let id = usualWays(flow, split)[0]?.to; id !== undefined && !seen.has(id); id = usualWays(flow, id)[0]?.to) {
    seen.add(id);
    const kind = nodeOf(flow, id)?.kind;
    if (kind === 'parallel_split') depth += 1;
    if (kind === 'parallel_join') depth -= 1;
    if (depth === 0) return id;
  }
  return undefined;
}

/** Takes a node out; what led to it leads to where its usual or default way led. The only start stays. */
export function removeNode(flow: FlowDefinition, id: string): FlowDefinition {
  if (!mayRemove(flow, id)) return flow;
  const next = usualWays(flow, id).at(-1)?.to;
  const edges = flow.edges
    .filter((edge) => edge.from !== id)
    .flatMap((edge) => {
      if (edge.to !== id) return [edge];
      return next === undefined || next === id || next === edge.from ? [] : [{ ...edge, to: next }];
    });
  const nodes = flow.nodes.filter((node) => node.id !== id).map((node) => withoutRollbackTo(node, id));
  return { ...flow, nodes, edges };
}

/** Whether a node can be taken out: there is always a start. */
export const mayRemove = (flow: FlowDefinition, id: string) =>
  nodeOf(flow, id)?.kind !== 'start' || flow.nodes.filter(({ kind }) => kind === 'start').length > 1;

function withoutRollbackTo(node: FlowNode, id: string): FlowNode {
  if (!isPeopleNode(node) || !Array.isArray(node.rollbackTo) || !node.rollbackTo.includes(id)) return node;
  const { rollbackTo, ...rest } = node;
  const kept = rollbackTo.filter((one) => one !== id);
  return kept.length > 0 ? { ...rest, rollbackTo: kept } : rest;
}

/** Makes a node another kind of step, in the same place and under the same name. Its ways keep what still fits. */
export function changeKind(
  flow: FlowDefinition,
  id: string,
  kind: FlowNodeKind,
  defaults: NodeDefaults,
): FlowDefinition {
  const before = nodeOf(flow, id);
  if (!before || before.kind === kind) return flow;
  const { name, description } = before;
  const people = isPeopleNode(before) ? { assignee: before.assignee } : {};
  const fresh = newNode(flow, kind, id, defaults);
  const node = { ...fresh, ...(isPeopleNode(fresh) && people), name, ...(description && { description }) };
  const changed = changeNode(flow, node);
  const ways = usualWays(changed, id);
  const edges = changed.edges.map((edge) => {
    if (edge.from !== id || edge.outcome) return edge;
    const { when: _when, isDefault: _isDefault, priority: _priority, ...plain } = edge;
    if (kind !== 'branch') return plain;
    const place = ways.indexOf(edge);
    return place === ways.length - 1 ? { ...plain, isDefault: true } : { ...plain, priority: place + 1 };
  });
  return { ...changed, edges };
}

/** Makes a way the one that is taken when no other fits. It has no condition then, and no other is the default. */
export function setDefault(flow: FlowDefinition, edgeId: string): FlowDefinition {
  const chosen = flow.edges.find(({ id }) => id === edgeId);
  if (!chosen) return flow;
  const edges = flow.edges.map((edge) => {
    if (edge.from !== chosen.from || edge.outcome) return edge;
    const { isDefault: _isDefault, ...rest } = edge;
    if (edge.id !== edgeId) return rest;
    const { when: _when, priority: _priority, ...plain } = rest;
    return { ...plain, isDefault: true };
  });
  return renumber({ ...flow, edges }, chosen.from);
}

/** Lets a way of a branch be tried earlier (-1) or later (1). */
export function moveWay(flow: FlowDefinition, edgeId: string, by: -1 | 1): FlowDefinition {
  const from = flow.edges.find(({ id }) => id === edgeId)?.from ?? '';
  const ids = tried(flow, from);
  const place = ids.indexOf(edgeId);
  const other = ids[place + by];
  if (place < 0 || other === undefined) return flow;
  return renumber(flow, from, ids.with(place, other).with(place + by, edgeId));
}

const tried = (flow: FlowDefinition, from: string) =>
  usualWays(flow, from).flatMap((edge) => (edge.isDefault ? [] : [edge.id]));

function renumber(flow: FlowDefinition, from: string, ids = tried(flow, from)): FlowDefinition {
  const edges = flow.edges.map((edge) =>
    ids.includes(edge.id) ? { ...edge, priority: ids.indexOf(edge.id) + 1 } : edge,
  );
  return { ...flow, edges };
}

/** A form that no longer says what may be done with its fields at a node. */
export function forgetNode(form: FormDefinition, id: string): FormDefinition {
  const sections = form.sections.map((section) => ({
    ...section,
    fields: section.fields.map((field) => {
      if (!field.nodes || !(id in field.nodes)) return field;
      const { [id]: _access, ...nodes } = field.nodes;
      return { ...field, nodes };
    }),
  }));
  return { ...form, sections };
}
