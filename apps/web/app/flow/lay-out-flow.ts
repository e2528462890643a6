import type { FlowDefinition } from '@handoff/core/flow/flow-definition';
import type { ElkExtendedEdge } from 'elkjs/lib/elk-api';

export const NODE_WIDTH = 168;
export const NODE_HEIGHT = 52;

export interface Point {
  x: number;
  y: number;
}

export interface FlowLayout {
  places: ReadonlyMap<string, Point>;
  /** The bends of each edge, by its id. */
  routes: ReadonlyMap<string, readonly Point[]>;
}

function routeOf(edge: ElkExtendedEdge): Point[] {
  return (edge.sections ?? []).flatMap((section) => [
    section.startPoint,
    ...(section.bendPoints ?? []),
    section.endPoint,
  ]);
}

/** Places nodes from top to bottom with right-angled edges that cross as little as can be. */
export async function layOutFlow(flow: FlowDefinition): Promise<FlowLayout> {
  const { default: Elk } = await import('elkjs/lib/elk.bundled.js');
  const graph = await new Elk().layout({
    id: 'flow',
    layoutOptions: {
      'elk.algorithm': 'layered',
      'elk.direction': 'DOWN',
      'elk.edgeRouting': 'ORTHOGONAL',
      'elk.spacing.nodeNode': '48',
      'elk.layered.spacing.nodeNodeBetweenLayers': '56',
      'elk.layered.nodePlacement.strategy': 'NETWORK_SIMPLEX',
    },
    children: flow.nodes.map((node) => ({ id: node.id, width: NODE_WIDTH, height: NODE_HEIGHT })),
    edges: flow.edges.map((edge) => ({ id: edge.id, sources: [edge.from], targets: [edge.to] })),
  });
  return {
    places: new Map((graph.children ?? []).map((node) => [node.id, { x: node.x ?? 0, y: node.y ?? 0 }])),
    routes: new Map((graph.edges ?? []).map((edge) => [edge.id, routeOf(edge)])),
  };
}
