import type { Operator } from '@handoff/core/condition/condition';
import type { LocalizedText } from '@handoff/core/platform/text/localized-text';
import { localize } from '@handoff/core/platform/text/localize';
import type { ActionKind } from '@handoff/core/automation/action/action';
import { useTranslation } from 'react-i18next';
import { useTriggerFields } from './use-trigger-fields.ts';

interface Reason {
  field: string;
  op: Operator;
  expected?: unknown;
  actual: unknown;
  holds: boolean;
}

interface ActionLine {
  kind: ActionKind;
  outcome: 'done' | 'skipped' | 'waiting' | 'failed';
  count?: number;
  fault?: { message: LocalizedText };
}

const listOf = <Item,>(value: unknown): Item[] => (Array.isArray(value) ? (value as Item[]) : []);

/** The comparisons that decided, each with the value that it saw. */
export function Reasons({ because }: { because: unknown }) {
  const { t } = useTranslation(['automation', 'condition']);
  const fields = useTriggerFields(null);
  return listOf<Reason>(because).map(({ field: key, op, expected, actual, holds }, index) => {
    const field = fields.find((each) => each.key === key);
    const say = (value: unknown): string =>
      [value]
        .flat()
        .map((one) => {
          if (one === null || one === undefined || one === '') return t('nothing');
          if (typeof one === 'boolean') return t(one ? 'condition:yes' : 'condition:no');
          const id = String(one);
          return field?.options?.find((option) => option.value === id)?.label ?? field?.names?.[id] ?? id;
        })
        .join(t('comma')) || t('nothing');
    const needsValue = op !== 'is_empty' && op !== 'is_not_empty';
    return (
      <span key={index}>
        {t(holds ? 'held' : 'didNotHold', {
          sentence: `${field?.label ?? key} ${t(`condition:operator.${op}`)}${needsValue ? ` ${say(expected)}` : ''}`,
          actual: say(actual),
        })}
      </span>
    );
  });
}

/** What each action came to. */
export function ActionLines({ lines }: { lines: unknown }) {
  const { t, i18n } = useTranslation('automation');
  return listOf<ActionLine>(lines).map(({ kind, outcome, count, fault }, index) => (
    <span key={index}>
      {t(`action.${kind}`)}: {t(`did.${outcome}`)}
      {count !== undefined && ` · ${t('told', { count })}`}
      {fault && ` · ${localize(fault.message, i18n.language)}`}
    </span>
  ));
}
