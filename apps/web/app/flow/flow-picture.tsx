import './flow.css';
import type { FlowDefinition, FlowEdge } from '@handoff/core/flow/flow-definition';
import { lazy, Suspense, useEffect, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SkeletonLines } from '~/shell/skeleton.tsx';
import { FlowOutline } from './flow-outline.tsx';

const FlowCanvas = lazy(() => import('./flow-canvas.tsx').then((module) => ({ default: module.FlowCanvas })));

export type NodeState = 'done' | 'now' | 'next' | ChangeMark;

/** How a part is different from another version. */
export type ChangeMark = 'added' | 'removed' | 'changed';

export interface FlowPictureProps {
  flow: FlowDefinition;
  /** Where a ticket has been and is; without it the flow is drawn as designed. */
  states?: Readonly<Record<string, NodeState>>;
  /** Ways that a ticket has taken or that are different, by id. */
  ways?: Readonly<Record<string, 'taken' | ChangeMark>>;
  /** What ways are called; without it, by their own labels. */
  labelOf?: (edge: FlowEdge) => string;
  /** Who acts at a node, in words. */
  people?: Readonly<Record<string, string>>;
}

/** A flow to look at: the picture, and beside it an outline with everything in it. */
export function FlowPicture(props: FlowPictureProps) {
  const { t } = useTranslation('flow');
  const outlineId = useId();
  // The picture needs the size of its place, so the server leaves it out.
  const [isPlaced, setIsPlaced] = useState(false);
  useEffect(() => setIsPlaced(true), []);
  return (
    <div className="flow-place">
      <div className="flow-picture">
        <div className="flow-canvas" role="img" aria-label={t('picture')} aria-describedby={outlineId}>
          {isPlaced && (
            <Suspense fallback={<SkeletonLines rows={6} />}>
              <FlowCanvas {...props} />
            </Suspense>
          )}
        </div>
        <FlowOutline id={outlineId} {...props} />
      </div>
    </div>
  );
}
