import type { FlowNodeKind } from '@handoff/core/flow/flow-definition';
import { Handle, Position, type Node, type NodeProps } from '@xyflow/react';
import { CircleAlert } from 'lucide-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { NodeFace } from '../../picture-parts.tsx';

export type DesignNode = Node<{ kind: FlowNodeKind; name: string; detail: string; faults: number }, 'step'>;

/** A node that is dragged by itself, and from whose lower handle a new way is drawn. */
export const DesignStep = memo(function DesignStep({ data, selected }: NodeProps<DesignNode>) {
  const { t } = useTranslation('flow');
  return (
    <div className={`flow-node kind-${data.kind} ${selected ? 'is-selected' : ''}`}>
      <Handle type="target" position={Position.Top} isConnectableStart={false} isConnectable={data.kind !== 'start'} />
      <NodeFace {...data} />
      {data.faults > 0 && (
        <span className="flow-node-fault tone-bad" title={t('faults', { count: data.faults })}>
          <CircleAlert size={18} />
        </span>
      )}
      <Handle type="source" position={Position.Bottom} isConnectableEnd={false} isConnectable={data.kind !== 'end'} />
    </div>
  );
});
