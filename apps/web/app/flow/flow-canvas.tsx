import '@xyflow/react/dist/base.css';
import type { FlowNodeKind } from '@handoff/core/flow/flow-definition';
import { localize } from '@handoff/core/platform/text/localize';
import { Background, Handle, MarkerType, Position, ReactFlow, type Node, type NodeProps } from '@xyflow/react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { FlowPictureProps, NodeState } from './flow-picture.tsx';
import { NODE_HEIGHT, NODE_WIDTH } from './lay-out-flow.ts';
import { NodeFace, WayEdge, type PictureEdge } from './picture-parts.tsx';
import { useDrawnFlow } from './use-drawn-flow.ts';

type PictureNode = Node<{ kind: FlowNodeKind; name: string; detail: string; state?: NodeState }, 'step'>;

function StepNode({ data }: NodeProps<PictureNode>) {
  return (
    <div className={`flow-node kind-${data.kind} ${data.state ? `is-${data.state}` : ''}`}>
      <Handle type="target" position={Position.Top} isConnectable={false} />
      <NodeFace {...data} />
      <Handle type="source" position={Position.Bottom} isConnectable={false} />
    </div>
  );
}

const nodeTypes = { step: StepNode };
const edgeTypes = { way: WayEdge };

const nothingKnown: Readonly<Record<string, never>> = {};

export function FlowCanvas(props: FlowPictureProps) {
  const { flow, states = nothingKnown, people = nothingKnown, labelOf, ways = nothingKnown } = props;
  const { t, i18n } = useTranslation('flow');
  const drawn = useDrawnFlow(flow, labelOf);

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
        },
      })),
    [drawn, people, states, i18n.language, t],
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
      proOptions={{ hideAttribution: true }}
    >
      <Background gap={16} size={1} color="var(--line-2)" />
    </ReactFlow>
  );
}
