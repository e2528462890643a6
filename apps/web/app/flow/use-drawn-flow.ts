import type { FlowDefinition, FlowEdge } from '@handoff/core/flow/flow-definition';
import { localize } from '@handoff/core/platform/text/localize';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { layOutFlow, type FlowLayout } from './lay-out-flow.ts';

/** A flow with its own layout. */
export interface DrawnFlow {
  flow: FlowDefinition;
  /** What ways are called, by their ids. */
  labels: ReadonlyMap<string, string>;
  layout: FlowLayout;
}

/** What is drawn is always a flow with its own layout: while another is laid out, the former stays. */
export function useDrawnFlow(flow: FlowDefinition, labelOf?: (edge: FlowEdge) => string): DrawnFlow | null {
  const { t, i18n } = useTranslation('flow');
  const [drawn, setDrawn] = useState<DrawnFlow | null>(null);
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
  return drawn;
}
