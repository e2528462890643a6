import '@xyflow/react/dist/base.css';
import type { FlowDefinition, FlowNodeKind } from '@handoff/core/flow/flow-definition';
import { localize } from '@handoff/core/platform/text/localize';
import {
  Background,
  BaseEdge,
  EdgeLabelRenderer,
  Handle,
  MarkerType,
  Position,
  ReactFlow,
  type Edge,
  type EdgeProps,
  type Node,
  type NodeProps,
} from '@xyflow/react';
import { CircleAlert } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FlowPictureProps, NodeState } from './flow-picture.tsx';
import { layOutFlow, NODE_HEIGHT, NODE_WIDTH, type FlowLayout, type Route } from './lay-out-flow.ts';
import { nodeIcons } from './node-kinds.ts';

type PictureNode = Node<
  { kind: FlowNodeKind; name: string; detail: string; state?: NodeState; isSelected: boolean; faults: number },
  'step'
>;
type PictureEdge = Edge<{ route?: Route; label?: string }, 'way'>;

function StepNode({ data }: NodeProps<PictureNode>) {
  const Icon = nodeIcons[data.kind];
  const { t } = useTranslation('flow');
  const mark = data.isSelected ? 'is-selected' : data.state ? `is-${data.state}` : '';
  return (
    <div className={`flow-node kind-${data.kind} ${mark}`}>
      <Handle type="target" position={Position.Top} isConnectable={false} />
      <span className="flow-node-icon">
        <Icon />
      </span>
      <span className="spread">
        <b className="cut">{data.name}</b>
        <span className="small quiet cut">{data.detail}</span>
      </span>
      {data.faults > 0 && (
        <span className="flow-node-fault tone-bad" title={t('faults', { count: data.faults })}>
          <CircleAlert size={18} />
        </span>
      )}
      <Handle type="source" position={Position.Bottom} isConnectable={false} />
    </div>
  );
}

function WayEdge({ id, data, markerEnd }: EdgeProps<PictureEdge>) {
  const { bends = [], label = null } = data?.route ?? {};
  return (
    <>
      <BaseEdge id={id} path={`M${bends.map(({ x, y }) => `${x},${y}`).join('L')}`} markerEnd={markerEnd} />
      {data?.label && label && (
        <EdgeLabelRenderer>
          <span
            className="flow-edge-label"
            style={{ transform: `translate(-50%, -50%) translate(${label.x}px, ${label.y}px)` }}
          >
            {data.label}
          </span>
        </EdgeLabelRenderer>
      )}
    </>
  );
}

const nodeTypes = { step: StepNode };
const edgeTypes = { way: WayEdge };

interface FlowCanvasProps extends FlowPictureProps {
  /** For a flow that is designed: the node that is looked at, and what a click on another does. */
  selected?: string | null;
  onSelect?: (node: string) => void;
  /** How much is wrong with each node. */
  faults?: Readonly<Record<string, number>>;
}

interface Drawn {
  flow: FlowDefinition;
  labels: ReadonlyMap<string, string>;
  layout: FlowLayout;
}

const nothingKnown: Readonly<Record<string, never>> = {};

export function FlowCanvas(props: FlowCanvasProps) {
  const { flow, states = nothingKnown, people = nothingKnown, faults = nothingKnown } = props;
  const { selected = null, onSelect, labelOf, ways = nothingKnown } = props;
  const { t, i18n } = useTranslation('flow');
  // What is drawn is always a flow with its own layout: while another is laid out, the former stays.
  const [drawn, setDrawn] = useState<Drawn | null>(null);
  const labels = useMemo(
    () =>
      new Map(
        flow.edges.flatMap((edge): [string, string][] => {
          if (labelOf) return [[edge.id, labelOf(edge)]];
          if (edge.label) return [[edge.id, localize(edge.label, i18n.language)]];
          return edge.isDefault ? [[edge.id, t('otherwise')]] : [];
        }),
      ),
    [flow, labelOf, i18n.language, t],
  );
  useEffect(() => {
    let isCurrent = true;
    void layOutFlow(flow, labels).then((layout) => isCurrent && setDrawn({ flow, labels, layout }));
    return () => {
      isCurrent = false;
    };
  }, [flow, labels]);

  const nodes = useMemo(
    () =>
      (drawn?.flow.nodes ?? []).map((node): PictureNode => ({
        id: node.id,
        type: 'step',
        position: drawn?.layout.places.get(node.id) ?? { x: 0, y: 0 },
        width: NODE_WIDTH,
        height: NODE_HEIGHT,
        data: {
          kind: node.kind,
          name: localize(node.name, i18n.language),
          detail: people[node.id] ?? t(`kind.${node.kind}`),
          state: states[node.id],
          isSelected: node.id === selected,
          faults: faults[node.id] ?? 0,
        },
      })),
    [drawn, people, states, faults, selected, i18n.language, t],
  );
  const edges = useMemo(
    () =>
      (drawn?.flow.edges ?? []).map((edge): PictureEdge => ({
        id: edge.id,
        type: 'way',
        source: edge.from,
        target: edge.to,
        className: ways[edge.id] && `is-${ways[edge.id]}`,
        markerEnd: { type: MarkerType.Arrow, color: 'var(--edge)', width: 16, height: 16 },
        data: {
          route: drawn?.layout.routes.get(edge.id),
          label: drawn?.labels.get(edge.id),
        },
      })),
    [drawn, ways],
  );

  if (!drawn) return null;
  return (
    <ReactFlow
      nodes={nodes}
      edges={edges}
      nodeTypes={nodeTypes}
      edgeTypes={edgeTypes}
      fitView
      fitViewOptions={{ maxZoom: 1, padding: 0.1 }}
      minZoom={0.2}
      nodesDraggable={false}
      nodesConnectable={false}
      nodesFocusable={false}
      edgesFocusable={false}
      elementsSelectable={false}
      disableKeyboardA11y
      onNodeClick={onSelect && ((_event, node) => onSelect(node.id))}
      proOptions={{ hideAttribution: true }}
    >
      <Background gap={16} size={1} color="var(--line-2)" />
    </ReactFlow>
  );
}
