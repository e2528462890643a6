import { localize } from '@handoff/core/platform/text/localize';
import { applyNodeChanges, Position, type NodeChange } from '@xyflow/react';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NODE_HEIGHT, NODE_WIDTH } from '../../lay-out-flow.ts';
import type { DrawnFlow } from '../../use-drawn-flow.ts';
import type { FlowDesign } from '../design-context.tsx';
import type { DesignNode } from './design-node.tsx';

const handle = { width: 14, height: 14, x: NODE_WIDTH / 2 - 7 };

/** Known beforehand: a node that had to be measured would be without its ways meanwhile. */
const measured = {
  measured: { width: NODE_WIDTH, height: NODE_HEIGHT },
  handles: [
    { ...handle, type: 'target' as const, position: Position.Top, y: -7 },
    { ...handle, type: 'source' as const, position: Position.Bottom, y: NODE_HEIGHT - 7 },
  ],
};

/** The nodes of the picture: where the layout puts them, or on the way with the pointer. */
export function useDesignNodes(drawn: DrawnFlow | null, design: Pick<FlowDesign, 'nodes' | 'pick' | 'faults'>) {
  const { nodes: picked, pick, faults } = design;
  const { t, i18n } = useTranslation('flow');
  const placed = useMemo(
    () =>
      (drawn?.flow.nodes ?? []).map((node): DesignNode => ({
        id: node.id,
        type: 'step',
        position: drawn?.layout.places.get(node.id) ?? { x: 0, y: 0 },
        width: NODE_WIDTH,
        height: NODE_HEIGHT,
        ...measured,
        deletable: false,
        data: {
          kind: node.kind,
          name: localize(node.name, i18n.language),
          detail: t(`kind.${node.kind}`),
          faults: faults.get(node.id)?.length ?? 0,
        },
      })),
    [drawn, faults, i18n.language, t],
  );
  const [moving, setMoving] = useState(placed);
  const settle = useCallback(() => setMoving(placed), [placed]);
  useEffect(settle, [settle]);
  // A node that is as selected as before stays the same object, and is not drawn anew.
  useEffect(() => {
    const isPicked = new Set(picked);
    setMoving((before) =>
      before.map((node) =>
        (node.selected ?? false) === isPicked.has(node.id) ? node : { ...node, selected: isPicked.has(node.id) },
      ),
    );
  }, [picked, placed]);
  const onNodesChange = useCallback(
    (changes: NodeChange<DesignNode>[]) => {
      const chosen = changes.filter((change) => change.type === 'select');
      if (chosen.length > 0) {
        const next = new Set(picked);
        for (const { id, selected } of chosen) {
          if (selected) next.add(id);
          else next.delete(id);
        }
        pick([...next]);
      }
      const moves = changes.filter((change) => change.type === 'position');
      if (moves.length > 0) setMoving((before) => applyNodeChanges(moves, before));
    },
    [picked, pick],
  );
  return { nodes: moving, onNodesChange, settle };
}
