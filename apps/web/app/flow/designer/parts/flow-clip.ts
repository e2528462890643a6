import { flowEdge, flowNode } from '@handoff/core/flow/flow-definition';
import { NODE_ACCESS, type NodeAccess } from '@handoff/core/form/field-definition';
import { formFields } from '@handoff/core/form/form-fields';
import { stableKey } from '@handoff/core/platform/text/stable-key';
import type { TicketTypeDefinition } from '@handoff/core/ticket-type/ticket-type-definition';
import { z } from 'zod';
import { readClip } from '~/ticket-type/designer/read-clip.ts';
import { outlineFlow } from '../../outline.ts';

/** Nodes on the clipboard with the ways between them, and what may be done with fields at each. */
const flowClip = z.strictObject({
  handoff: z.literal('flow-part'),
  nodes: z.array(flowNode).min(1).max(500),
  edges: z.array(flowEdge).max(2000),
  access: z.record(stableKey, z.record(stableKey, z.enum(NODE_ACCESS))),
});

export type FlowClip = z.infer<typeof flowClip>;

type Parts = Pick<TicketTypeDefinition, 'form' | 'flow'>;

/** These nodes as they are copied, in the order in which a ticket meets them. The start stays behind. */
export function nodesClip({ form, flow }: Parts, ids: readonly string[]): FlowClip | null {
  const nodes = outlineFlow(flow, true).flatMap(({ node }) =>
    ids.includes(node.id) && node.kind !== 'start' ? [node] : [],
  );
  if (nodes.length === 0) return null;
  const isIn = (id: string) => nodes.some((node) => node.id === id);
  const access: FlowClip['access'] = {};
  for (const { key, nodes: rights } of formFields(form)) {
    for (const [node, right] of Object.entries(rights ?? {})) {
      if (isIn(node)) access[node] = { ...access[node], [key]: right satisfies NodeAccess };
    }
  }
  return { handoff: 'flow-part', nodes, edges: flow.edges.filter(({ from, to }) => isIn(from) && isIn(to)), access };
}

/** Reads what was copied in a flow designer. */
export const readFlowClip = (text: string) => readClip(text, 'flow-part', flowClip);
