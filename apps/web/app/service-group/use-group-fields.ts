import { useTranslation } from 'react-i18next';
import type { FormField } from '~/admin/form-field.ts';

const kinds = ['WORK', 'VOICE', 'CHAT'] as const;
const strategies = ['CLAIM', 'ROUND_ROBIN', 'LEAST_BUSY', 'LONGEST_IDLE', 'SKILL_FIRST', 'RETURNING_CUSTOMER'] as const;

interface GroupChoices {
  people: readonly { id: string; name: string }[];
  calendars: readonly { id: string; name: string }[];
}

/** What is asked of a service group: its key of a new one only, who leads it and when it works of one that is there. */
export function useGroupFields(choices?: GroupChoices): FormField[] {
  const { t } = useTranslation('admin');
  const optionsOf = (records: readonly { id: string; name: string }[]) =>
    records.map(({ id, name }) => ({ value: id, label: name }));
  return [
    { name: 'name', label: t('group.name'), kind: 'text', isRequired: true },
    ...(choices ? [] : [{ name: 'key', label: t('key'), kind: 'text' as const, isRequired: true, hint: t('keyHint') }]),
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
    ...(choices
      ? [
          {
            name: 'leaderId',
            label: t('group.leader'),
            kind: 'select' as const,
            options: optionsOf(choices.people),
          },
          {
            name: 'calendarId',
            label: t('workingHours'),
            kind: 'select' as const,
            hint: t('group.hoursHint'),
            options: optionsOf(choices.calendars),
          },
        ]
      : []),
  ];
}
