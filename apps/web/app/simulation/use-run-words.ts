import type { FlowEdge } from '@handoff/core/flow/flow-definition';
import { localize } from '@handoff/core/platform/text/localize';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useConditionWords } from '~/condition/use-condition-words.ts';
import { useReasonWords } from '~/condition/use-reason-words.ts';
import { usePolicyFields } from '~/sla/use-policy-fields.ts';
import { useDraft } from '~/ticket-type/designer/draft-context.tsx';

/** Names the parts of the draft, and says why a ticket went where it went. */
export function useRunWords() {
  const { t, i18n } = useTranslation(['simulation', 'designer', 'flow-designer']);
  const { definition, lists } = useDraft();
  const { form, flow } = definition;
  const fields = usePolicyFields(form, lists.customers, definition.sla.customerFields);
  const say = useConditionWords(fields);
  const reasons = useReasonWords(fields);
  const nodeName = (id: string | null): string => {
    const node = flow.nodes.find((one) => one.id === id);
    return node ? localize(node.name, i18n.language) : (id ?? '');
  };
  const fieldName = (key: string): string => fields.find((field) => field.key === key)?.label ?? key;
  const wayName = useCallback(
    (edge: FlowEdge): string => {
      if (edge.label) return localize(edge.label, i18n.language);
      if (edge.outcome) return t(`outcome.${edge.outcome}`, { ns: 'flow-designer' });
      if (edge.isDefault) return t('otherwise', { ns: 'flow-designer' });
      return edge.when ? say(edge.when) : '';
    },
    [i18n.language, t, say],
  );
  return { nodeName, fieldName, wayName, reasons };
}
