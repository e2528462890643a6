import type { Operator } from '@handoff/core/condition/condition';
import type { FlowEdge } from '@handoff/core/flow/flow-definition';
import { localize } from '@handoff/core/platform/text/localize';
import { URGENCIES } from '@handoff/core/platform/urgency';
import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConditionField } from '~/condition/edit-condition.ts';
import { formConditionFields } from '~/condition/form-condition-fields.ts';
import { useConditionWords } from '~/condition/use-condition-words.ts';
import { useDraft } from '~/ticket-type/designer/draft-context.tsx';

interface Reason {
  field: string;
  op: Operator;
  expected: unknown;
  actual: unknown;
  holds: boolean;
}

/** Names the parts of the draft, and says why a ticket went where it went. */
export function useRunWords() {
  const { t, i18n } = useTranslation(['simulation', 'designer', 'flow-designer']);
  const { definition } = useDraft();
  const { form, flow } = definition;
  const fields = useMemo<ConditionField[]>(
    () => [
      ...formConditionFields(form, i18n.language),
      {
        key: 'ticket.urgency',
        label: t('urgency'),
        kind: 'choice',
        options: URGENCIES.map((value) => ({ value, label: t(`urgency.${value}`, { ns: 'designer' }) })),
      },
    ],
    [form, i18n.language, t],
  );
  const say = useConditionWords(fields);
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
  const valueName = (key: string, value: unknown): string => {
    if (value === null || value === undefined || value === '') return t('nothing');
    const field = fields.find((one) => one.key === key);
    const words = [value].flat().map((one) => {
      if (typeof one === 'number') return String(one / 10 ** (field?.minorDigits ?? 0));
      if (typeof one === 'boolean') return t(one ? 'yes' : 'no', { ns: 'designer' });
      const text = typeof one === 'string' ? one : JSON.stringify(one);
      return field?.options?.find((option) => option.value === text)?.label ?? text;
    });
    return words.join(', ');
  };
  /** "Warranty is no (was: yes)": each comparison that decided, with the value that it looked at. */
  const reasons = (because: unknown): string[] =>
    (Array.isArray(because) ? (because as Reason[]) : []).map(({ field, op, expected, actual, holds }) => {
      const value = expected as string | number | boolean | string[] | undefined;
      const sentence = say({ field, op, ...(value === undefined ? {} : { value }) });
      return t(holds ? 'held' : 'didNotHold', { sentence, value: valueName(field, actual) });
    });
  return { nodeName, fieldName, wayName, reasons };
}
