import type { FlowNodeKind } from '@handoff/core/flow/flow-definition';
import { BaseEdge, EdgeLabelRenderer, type Edge, type EdgeProps } from '@xyflow/react';
import type { Route } from './lay-out-flow.ts';
import { nodeIcons } from './node-kinds.ts';

interface NodeFaceProps {
  kind: FlowNodeKind;
  name: string;
  detail: string;
}

/** What a node looks like inside its border. */
export function NodeFace({ kind, name, detail }: NodeFaceProps) {
  const Icon = nodeIcons[kind];
  return (
    <>
      <span className="flow-node-icon">
        <Icon />
      </span>
      <span className="spread">
        <b className="cut">{name}</b>
        <span className="small quiet cut">{detail}</span>
      </span>
    </>
  );
}

export type PictureEdge = Edge<{ route?: Route; label?: string }, 'way'>;

/** A way along the bends of its layout. */
export function WayEdge({ id, data, markerEnd }: EdgeProps<PictureEdge>) {
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
