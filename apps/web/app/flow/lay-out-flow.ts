import type { FlowDefinition } from '@handoff/core/flow/flow-definition';
import type { ElkExtendedEdge } from 'elkjs/lib/elk-api';

export const NODE_WIDTH = 168;
export const NODE_HEIGHT = 52;

export interface Point {
  x: number;
  y: number;
}

export interface Route {
  bends: readonly Point[];
  /** The middle of its label. */
  label: Point | null;
}

export interface FlowLayout {
  places: ReadonlyMap<string, Point>;
  /** The way of each edge, by its id. */
  routes: ReadonlyMap<string, Route>;
}

const LABEL_HEIGHT = 20;

/** Room for a label: Chinese letters are twice as wide as Latin ones. */
function labelWidth(text: string) {
  return 16 + [...text].reduce((width, letter) => width + (letter > '\u2e80' ? 12 : 6.5), 0);
}

function routeOf(edge: ElkExtendedEdge): Route {
  const bends = (edge.sections ?? []).flatMap((section) => [
    section.startPoint,
    ...(section.bendPoints ?? []),
    section.endPoint,
  ]);
  const [label] = edge.labels ?? [];
  if (!label) return { bends, label: null };
  return { bends, label: { x: (label.x ?? 0) + (label.width ?? 0) / 2, y: (label.y ?? 0) + LABEL_HEIGHT / 2 } };
}

/**
 * Places nodes from top to bottom with right-angled edges that cross as little as can be and leave room for `labels`,
 * which are texts by edge id.
 */
export async function layOutFlow(flow: FlowDefinition, labels: ReadonlyMap<string, string>): Promise<FlowLayout> {
  const { default: Elk } = await import('elkjs/lib/elk.bundled.js');
  const graph = await new Elk().layout({
    id: 'flow',
    layoutOptions: {
      'elk.algorithm': 'layered',
      'elk.direction': 'DOWN',
      'elk.layered.cycleBreaking.strategy': 'DEPTH_FIRST',
      'elk.edgeRouting': 'ORTHOGONAL',
      'elk.edgeLabels.placement': 'CENTER',
      'elk.spacing.nodeNode': '48',
      'elk.layered.spacing.nodeNodeBetweenLayers': '32',
      'elk.layered.nodePlacement.strategy': 'NETWORK_SIMPLEX',
    },
    children: flow.nodes.map((node) => ({
      id: node.id,
      width: NODE_WIDTH,
      height: NODE_HEIGHT,
      // Ways back would otherwise turn the picture upside down.
      ...(node.kind === 'start' && { layoutOptions: { 'elk.layered.layering.layerConstraint': 'FIRST' } }),
    })),
    edges: flow.edges.map((edge) => {
      const text = labels.get(edge.id);
      return {
        id: edge.id,
        sources: [edge.from],
        targets: [edge.to],
        labels: text ? [{ text, width: labelWidth(text), height: LABEL_HEIGHT }] : [],
      };
    }),
  });
  return {
    places: new Map((graph.children ?? []).map((node) => [node.id, { x: node.x ?? 0, y: node.y ?? 0 }])),
    routes: new Map((graph.edges ?? []).map((edge) => [edge.id, routeOf(edge)])),
  };
}
