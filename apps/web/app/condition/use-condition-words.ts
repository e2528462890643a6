import type { Condition } from '@handoff/core/condition/condition';
import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { describeCondition, type ConditionWords } from './describe-condition.ts';
import type { ConditionField } from './edit-condition.ts';

/** Says conditions over these fields in the reader's language. */
export function useConditionWords(fields: readonly ConditionField[]): (condition: Condition) => string {
  const { t } = useTranslation('condition');
  const words = useMemo<ConditionWords>(
    () => ({
      operator: (operator) => t(`operator.${operator}`),
      all: t('and'),
      any: t('or'),
      separator: t('separator'),
      not: (inner) => t('not', { inner }),
      yes: t('yes'),
      no: t('no'),
      nothing: t('nothing'),
    }),
    [t],
  );
  return useCallback((condition) => describeCondition(condition, fields, words), [fields, words]);
}
