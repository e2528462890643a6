import '../flow.css';
import './flow-designer.css';
import type { FlowEdge } from '@handoff/core/flow/flow-definition';
import { localize } from '@handoff/core/platform/text/localize';
import { lazy, Suspense, useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useConditionWords } from '~/condition/use-condition-words.ts';
import { SkeletonLines } from '~/shell/skeleton.tsx';
import { FlowDesignProvider, useFlowDesign } from './design-context.tsx';
import { DesignOutline } from './design-outline.tsx';
import { Inspector } from './inspector.tsx';

const DesignCanvas = lazy(() =>
  import('./picture/design-canvas.tsx').then((module) => ({ default: module.DesignCanvas })),
);

/** Outline, picture and inspector of the flow that is designed. */
export function FlowDesigner() {
  return (
    <FlowDesignProvider>
      <Designer />
    </FlowDesignProvider>
  );
}

function useWayLabels() {
  const { t, i18n } = useTranslation('flow-designer');
  const { fields } = useFlowDesign();
  const say = useConditionWords(fields);
  return useCallback(
    (edge: FlowEdge) => {
      if (edge.label) return localize(edge.label, i18n.language);
      if (edge.outcome) return t(`outcome.${edge.outcome}`);
      if (edge.isDefault) return t('otherwise');
      return edge.when ? say(edge.when) : '';
    },
    [i18n.language, t, say],
  );
}

function Designer() {
  const { t } = useTranslation('flow-designer');
  const labelOf = useWayLabels();
  // The picture needs the size of its place, so the server leaves it out.
  const [isPlaced, setIsPlaced] = useState(false);
  useEffect(() => setIsPlaced(true), []);
  return (
    <div className="flow-design">
      <DesignOutline labelOf={labelOf} />
      <div className="flow-canvas" role="group" aria-label={t('picture')}>
        {isPlaced && (
          <Suspense fallback={<SkeletonLines rows={6} />}>
            <DesignCanvas labelOf={labelOf} />
          </Suspense>
        )}
      </div>
      <Inspector />
    </div>
  );
}
