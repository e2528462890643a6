import type { Operator } from '@handoff/core/condition/condition';
import { useTranslation } from 'react-i18next';
import type { ConditionField } from './edit-condition.ts';
import { useConditionWords } from './use-condition-words.ts';

interface Reason {
  field: string;
  op: Operator;
  expected: unknown;
  actual: unknown;
  holds: boolean;
}

/** "Warranty is no (was: yes)": says comparisons that decided, each with the value that it looked at. */
export function useReasonWords(fields: readonly ConditionField[]): (because: unknown) => string[] {
  const { t } = useTranslation('condition');
  const say = useConditionWords(fields);
  const valueName = (key: string, value: unknown): string => {
    if (value === null || value === undefined || value === '') return t('empty');
    const field = fields.find((one) => one.key === key);
    const words = [value].flat().map((one) => {
      if (typeof one === 'number') return String(one / 10 ** (field?.minorDigits ?? 0));
      if (typeof one === 'boolean') return t(one ? 'yes' : 'no');
      const text = typeof one === 'string' ? one : JSON.stringify(one);
      return field?.options?.find((option) => option.value === text)?.label ?? text;
    });
    return words.join(', ');
  };
  return (because) =>
    (Array.isArray(because) ? (because as Reason[]) : []).map(({ field, op, expected, actual, holds }) => {
      const value = expected as string | number | boolean | string[] | undefined;
      const sentence = say({ field, op, ...(value === undefined ? {} : { value }) });
      return t(holds ? 'held' : 'didNotHold', { sentence, value: valueName(field, actual) });
    });
}
