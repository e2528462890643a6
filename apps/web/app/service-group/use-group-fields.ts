import { useTranslation } from 'react-i18next';
import type { FormField } from '~/admin/form-field.ts';

const kinds = ['WORK', 'VOICE', 'CHAT'] as const;
const strategies = ['CLAIM', 'ROUND_ROBIN', 'LEAST_BUSY', 'LONGEST_IDLE', 'SKILL_FIRST', 'RETURNING_CUSTOMER'] as const;

/** What is asked of a service group; its key only once. */
export function useGroupFields(people: readonly { id: string; name: string }[], isNew: boolean): FormField[] {
  const { t } = useTranslation('admin');
  return [
    { name: 'name', label: t('group.name'), kind: 'text', isRequired: true },
    ...(isNew ? [{ name: 'key', label: t('key'), kind: 'text' as const, isRequired: true, hint: t('keyHint') }] : []),
    {
      name: 'kind',
      label: t('group.kind'),
      kind: 'select',
      isRequired: true,
      options: kinds.map((kind) => ({ value: kind, label: t(`groupKind.${kind}`) })),
    },
    {
      name: 'strategy',
      label: t('group.strategy'),
      kind: 'select',
      isRequired: true,
      options: strategies.map((strategy) => ({ value: strategy, label: t(`strategy.${strategy}`) })),
    },
    ...(people.length > 0
      ? [
          {
            name: 'leaderId',
            label: t('group.leader'),
            kind: 'select' as const,
            options: people.map(({ id, name }) => ({ value: id, label: name })),
          },
        ]
      : []),
  ];
}
