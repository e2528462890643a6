import type { AssigneeRule } from '@handoff/core/flow/assignee-rule';
import type { FlowDefinition, FlowEdge, FlowNode } from '@handoff/core/flow/flow-definition';
import { isPeopleNode, nodeOf } from '@handoff/core/flow/flow-graph';
import type { FormDefinition } from '@handoff/core/form/form-definition';
import type { TicketTypeDefinition } from '@handoff/core/ticket-type/ticket-type-definition';
import { keepOrFreeKey } from '~/ticket-type/designer/free-key.ts';
import { connect, isForked, redirect, waysOf } from '../edit-flow.ts';
import type { FlowClip } from './flow-clip.ts';
import { openEnds } from './move-nodes.ts';

type Names = ReadonlyMap<string, string>;
type Parts = Pick<TicketTypeDefinition, 'form' | 'flow'>;

/** Where a part is put: into a way, behind a node, or beside everything. */
export interface PastePlace {
  way?: string | null;
  node?: string | null;
}

export interface PastedNodes extends Parts {
  ids: string[];
}

const MOST = { nodes: 500, edges: 2000 };

/**
 * Puts copied nodes and their ways into a flow, under free ids, and says again what may be done with the form's fields
 * at them. Null where the flow can't hold that much.
 */
export function pasteFlowClip({ form, flow }: Parts, clip: FlowClip, place: PastePlace): PastedNodes | null {
  const names = new Map<string, string>();
  const taken: { id: string }[] = [...flow.nodes];
  for (const { id } of clip.nodes) {
    const name = keepOrFreeKey(id, taken);
    names.set(id, name);
    taken.push({ id: name });
  }
  const ids = [...names.values()];
  const nodes = clip.nodes.map((node) => renamed(node, names, new Set([...ids, ...flow.nodes.map(({ id }) => id)])));
  const edges: FlowEdge[] = [];
  for (const edge of clip.edges) {
    const [from, to] = [names.get(edge.from), names.get(edge.to)];
    if (from === undefined || to === undefined) continue;
    edges.push({ ...edge, id: keepOrFreeKey(edge.id, [...flow.edges, ...edges]), from, to });
  }
  const grown = { ...flow, nodes: [...flow.nodes, ...nodes], edges: [...flow.edges, ...edges] };
  if (grown.nodes.length > MOST.nodes || grown.edges.length > MOST.edges) return null;
  return { flow: ledThrough(grown, ids, place), form: withAccess(form, clip, names), ids };
}

/** Leads the way of the place through the pasted nodes. */
function ledThrough(flow: FlowDefinition, ids: readonly string[], { way, node }: PastePlace): FlowDefinition {
  const begins = (id: string) => !flow.edges.some((edge) => edge.to === id && ids.includes(edge.from));
  const first = ids.find(begins) ?? ids[0];
  if (first === undefined) return flow;
  const after = typeof node === 'string' ? nodeOf(flow, node) : undefined;
  const usual = after ? waysOf(flow, after.id).filter((edge) => !edge.outcome) : [];
  const edge = flow.edges.find(({ id }) => id === way) ?? (isForked(after) ? undefined : usual.at(-1));
  const next = edge?.to ?? usual.at(-1)?.to;
  const led = edge ? redirect(flow, edge.id, first) : after ? connect(flow, after.id, first) : flow;
  return next === undefined ? led : openEnds(led, ids).reduce((grown, id) => connect(grown, id, next), led);
}

/** A node under its new id; what it says of other nodes follows them, or falls away with those that are not there. */
function renamed(node: FlowNode, names: Names, known: ReadonlySet<string>): FlowNode {
  const name = (id: string) => names.get(id) ?? id;
  const rule = (one: AssigneeRule): AssigneeRule =>
    one.kind === 'handler_of' ? { ...one, node: name(one.node) } : one;
  const id = name(node.id);
  if (node.kind === 'cc' || node.kind === 'notify') return { ...node, id, to: node.to.map(rule) };
  if (!isPeopleNode(node)) return { ...node, id };
  const { rollbackTo, ...rest } = node;
  const person = { ...rest, id, assignee: rule(node.assignee) };
  if (!Array.isArray(rollbackTo)) return { ...person, ...(rollbackTo && { rollbackTo }) };
  const kept = rollbackTo.map(name).filter((one) => known.has(one));
  return kept.length > 0 ? { ...person, rollbackTo: kept } : person;
}

function withAccess(form: FormDefinition, { access }: FlowClip, names: Names): FormDefinition {
  const rights = new Map<string, [string, 'hidden' | 'read_only' | 'editable' | 'required'][]>();
  for (const [node, fields] of Object.entries(access)) {
    const id = names.get(node);
    if (id === undefined) continue;
    for (const [key, right] of Object.entries(fields)) rights.set(key, [...(rights.get(key) ?? []), [id, right]]);
  }
  if (rights.size === 0) return form;
  const sections = form.sections.map((section) => ({
    ...section,
    fields: section.fields.map((field) => {
      const added = rights.get(field.key);
      return added ? { ...field, nodes: { ...field.nodes, ...Object.fromEntries(added) } } : field;
    }),
  }));
  return { ...form, sections };
}
