import type { ResultOf } from '~/graphql/graphql.ts';
import { useTranslation } from 'react-i18next';
import type { FormField } from '~/admin/form-field.ts';
import type { agentChoicesQuery } from './agent-operations.ts';

export type AgentChoices = ResultOf<typeof agentChoicesQuery>;

const optionsOf = (records: readonly { id: string; name: string; depth?: number }[]) =>
  records.map(({ id, name, depth = 0 }) => ({ value: id, label: `${'\u2003'.repeat(depth)}${name}` }));

/** What is asked of an agent, new or not; the login name only once. */
export function useAgentFields(choices: AgentChoices, isNew: boolean): FormField[] {
  const { t } = useTranslation('admin');
  const people = choices.agents.edges.map((edge) => edge.node);
  return [
    { name: 'name', label: t('agent.name'), kind: 'text', isRequired: true },
    ...(isNew
      ? [
          {
            name: 'loginName',
            label: t('agent.login'),
            kind: 'text' as const,
            isRequired: true,
            hint: t('agent.loginHint'),
          },
        ]
      : []),
    { name: 'workNumber', label: t('agent.workNumber'), kind: 'text' },
    { name: 'nickname', label: t('agent.nickname'), kind: 'text', hint: t('agent.nicknameHint') },
    { name: 'email', label: t('agent.email'), kind: 'email' },
    { name: 'phone', label: t('agent.phone'), kind: 'tel' },
    {
      name: 'departmentId',
      label: t('agent.department'),
      kind: 'select',
      isRequired: true,
      options: optionsOf(choices.departments),
    },
    { name: 'reportingManagerId', label: t('agent.manager'), kind: 'select', options: optionsOf(people) },
    {
      name: 'calendarId',
      label: t('workingHours'),
      kind: 'select',
      hint: t('agent.hoursHint'),
      options: optionsOf(choices.calendars),
    },
    { name: 'roleIds', label: t('agent.roles'), kind: 'many', options: optionsOf(choices.roles) },
    { name: 'groupIds', label: t('agent.groups'), kind: 'many', options: optionsOf(choices.serviceGroups) },
  ];
}
