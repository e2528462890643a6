import '@xyflow/react/dist/base.css';
import type { FlowEdge } from '@handoff/core/flow/flow-definition';
import { nodeOf } from '@handoff/core/flow/flow-graph';
import {
  Background,
  MarkerType,
  ReactFlow,
  SelectionMode,
  type Connection,
  type FinalConnectionState,
} from '@xyflow/react';
import { useCallback, useMemo, useRef, useState, type KeyboardEvent, type MouseEvent } from 'react';
import { NODE_HEIGHT, NODE_WIDTH } from '../../lay-out-flow.ts';
import { WayEdge, type PictureEdge } from '../../picture-parts.tsx';
import { useDrawnFlow } from '../../use-drawn-flow.ts';
import { useFlowDesign } from '../design-context.tsx';
import { DesignStep, type DesignNode } from './design-node.tsx';
import { connect, isForked, outcomesOf, waysOf } from '../edit-flow.ts';
import { mayMoveTo, moveTo } from '../parts/move-nodes.ts';
import { wayNear } from './near-way.ts';
import { NodeMenu, type MenuPlace } from '../node-menu.tsx';
import { useDesignNodes } from './use-design-nodes.ts';

const nodeTypes = { step: DesignStep };
const edgeTypes = { way: WayEdge };
const moreKeys = ['Shift', 'Meta', 'Control'];
const fitted = { maxZoom: 1, padding: 0.1 };
/** So many nodes are drawn as far as they are in sight. */
const MANY = 60;
const marker = { type: MarkerType.Arrow, color: 'var(--edge)', width: 24, height: 24, markerUnits: 'userSpaceOnUse' };

const pointOf = (event: globalThis.MouseEvent | TouchEvent) => {
  const { clientX: x, clientY: y } =
    'changedTouches' in event ? (event.changedTouches[0] ?? { clientX: 0, clientY: 0 }) : event;
  return { x, y };
};

/** The node on screen at a point, wherever in it. */
const nodeAt = ({ x, y }: { x: number; y: number }) =>
  document.elementFromPoint(x, y)?.closest<HTMLElement>('.react-flow__node')?.dataset['id'];

/** The picture of the flow that is designed: nodes are dragged onto ways, ways are drawn from node to node. */
export function DesignCanvas({ labelOf }: { labelOf: (edge: FlowEdge) => string }) {
  const design = useFlowDesign();
  const { flow, change, way, select, selectWay, removePicked } = design;
  const drawn = useDrawnFlow(flow, labelOf);
  const { nodes, onNodesChange, settle } = useDesignNodes(drawn, design);
  const [menu, setMenu] = useState<MenuPlace | null>(null);
  const [dragged, setDragged] = useState<readonly string[]>([]);
  const [landing, setLanding] = useState<string | null>(null);
  const place = useRef<HTMLDivElement>(null);
  // A node may be let go before where it would land has been drawn.
  const target = useRef<string | null>(null);

  const edges = useMemo(
    () =>
      (drawn?.flow.edges ?? []).map((edge): PictureEdge => {
        const isLeft = dragged.includes(edge.from) || dragged.includes(edge.to);
        const look = edge.id === landing ? 'is-landing' : edge.id === way ? 'is-picked' : isLeft ? 'is-left' : '';
        return {
          id: edge.id,
          type: 'way',
          source: edge.from,
          target: edge.to,
          selectable: false,
          deletable: false,
          ...(look && { className: look }),
          markerEnd: marker,
          data: { route: drawn?.layout.routes.get(edge.id), label: drawn?.labels.get(edge.id) },
        };
      }),
    [drawn, dragged, landing, way],
  );

  const onDrag = useCallback(
    (_event: unknown, held: DesignNode, moved: DesignNode[]) => {
      if (!drawn) return;
      const ids = moved.map(({ id }) => id);
      const middle = { x: held.position.x + NODE_WIDTH / 2, y: held.position.y + NODE_HEIGHT / 2 };
      target.current = wayNear(drawn.layout, middle, (id) => mayMoveTo(flow, ids, id));
      setLanding(target.current);
    },
    [drawn, flow],
  );
  const onDrop = useCallback(
    (_event: unknown, _held: DesignNode, moved: DesignNode[]) => {
      const onto = target.current;
      const ids = moved.map(({ id }) => id);
      const next = onto === null ? flow : moveTo(flow, ids, onto);
      target.current = null;
      setDragged([]);
      setLanding(null);
      // Where nothing came of it, everything goes back to its place.
      if (next === flow) settle();
      else change(next);
    },
    [flow, change, settle],
  );
  const lead = (from: string, to: string, point: { x: number; y: number }) => {
    const node = nodeOf(flow, from);
    const isTaken = node && !isForked(node) && waysOf(flow, from).some((edge) => !edge.outcome);
    if (isTaken && outcomesOf(node).length > 0) setMenu({ point, node: from, to, page: 'lead' });
    else change(connect(flow, from, to));
  };
  const isValid = ({ source, target }: Connection | PictureEdge) =>
    nodeOf(flow, source)?.kind !== 'end' && nodeOf(flow, target)?.kind !== 'start';
  const onConnectEnd = (event: globalThis.MouseEvent | TouchEvent, { fromNode, toNode }: FinalConnectionState) => {
    const from = fromNode?.id;
    if (from === undefined) return;
    const point = pointOf(event);
    const to = toNode?.id ?? nodeAt(point);
    if (to === undefined) setMenu({ point, node: from, page: 'add' });
    else if (isValid({ source: from, target: to, sourceHandle: null, targetHandle: null })) lead(from, to, point);
  };
  const openAt = (event: MouseEvent, node: string, edge?: string) => {
    event.preventDefault();
    if (edge !== undefined) selectWay(node, edge);
    else if (!design.nodes.includes(node)) select(node);
    setMenu({ point: { x: event.clientX, y: event.clientY }, node, ...(edge !== undefined && { edge }), page: 'acts' });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Delete' && event.key !== 'Backspace') return;
    event.preventDefault();
    removePicked();
  };

  if (!drawn) return null;
  return (
    // Everything here has its way by keys in the outline, so Tab passes by.
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      ref={place}
      className="design-canvas"
      tabIndex={-1}
      onKeyDown={onKeyDown}
      onPointerDown={() => place.current?.focus({ preventScroll: true })}
    >
      <ReactFlow
        nodes={nodes}
        edges={edges}
        nodeTypes={nodeTypes}
        edgeTypes={edgeTypes}
        fitView
        onlyRenderVisibleElements={drawn.flow.nodes.length > MANY}
        fitViewOptions={fitted}
        minZoom={0.2}
        nodesFocusable={false}
        edgesFocusable={false}
        nodeDragThreshold={4}
        selectionKeyCode="Shift"
        selectionMode={SelectionMode.Partial}
        multiSelectionKeyCode={moreKeys}
        deleteKeyCode={null}
        disableKeyboardA11y
        isValidConnection={isValid}
        onNodesChange={onNodesChange}
        onNodeDragStart={(_event, _node, moved) => setDragged(moved.map(({ id }) => id))}
        onNodeDrag={onDrag}
        onNodeDragStop={onDrop}
        onConnectEnd={onConnectEnd}
        onNodeContextMenu={(event, node) => openAt(event, node.id)}
        onEdgeContextMenu={(event, edge) => openAt(event, edge.source, edge.id)}
        onEdgeClick={(event, edge) => openAt(event, edge.source, edge.id)}
        onPaneClick={() => select(null)}
        proOptions={{ hideAttribution: true }}
      >
        <Background gap={16} size={1} color="var(--line-2)" />
      </ReactFlow>
      {menu && <NodeMenu place={menu} onClose={() => setMenu(null)} />}
    </div>
  );
}
