import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ResultOf } from '~/graphql/graphql.ts';
import type { FilterField } from '~/list/filter-field.ts';
import { ticketStatuses, urgencies } from '../ticket-enums.ts';
import type { ticketFactsQuery } from './list-operations.ts';

const slaStates = ['running', 'paused', 'breached', 'met'] as const;

type Facts = ResultOf<typeof ticketFactsQuery>;

/** By what tickets can be narrowed. */
export function useTicketFilters({ ticketTypes, tags, viewer }: Facts): FilterField[] {
  const { t } = useTranslation('ticket');
  return useMemo(() => {
    const groups = viewer?.agent.serviceGroups ?? [];
    const people = new Map(groups.flatMap((group) => group.members).map(({ id, name }) => [id, name]));
    if (viewer) people.set(viewer.agent.id, viewer.agent.name);
    return [
      {
        id: 'type',
        label: t('column.type'),
        kind: 'choice',
        options: ticketTypes.map((type) => ({ value: type.id, label: type.name.text })),
      },
      {
        id: 'status',
        label: t('column.status'),
        kind: 'choice',
        options: ticketStatuses.map((value) => ({ value, label: t(`status.${value}`) })),
      },
      {
        id: 'urgency',
        label: t('column.urgency'),
        kind: 'choice',
        options: urgencies.map((value) => ({ value, label: t(`urgency.${value}`) })),
      },
      {
        id: 'sla',
        label: t('column.sla'),
        kind: 'choice',
        options: slaStates.map((value) => ({ value, label: t(`slaState.${value}`) })),
      },
      {
        id: 'handler',
        label: t('column.handler'),
        kind: 'choice',
        options: [...people].map(([value, label]) => ({ value, label })),
      },
      {
        id: 'group',
        label: t('column.group'),
        kind: 'choice',
        options: groups.map(({ id, name }) => ({ value: id, label: name })),
      },
      {
        id: 'tag',
        label: t('tag'),
        kind: 'choice',
        options: tags.map(({ id, path }) => ({ value: id, label: path })),
      },
      { id: 'search', label: t('filter.search'), kind: 'text' },
      { id: 'title', label: t('column.title'), kind: 'text' },
      { id: 'phone', label: t('column.phone'), kind: 'text' },
      { id: 'due', label: t('column.due'), kind: 'date' },
      { id: 'created', label: t('column.created'), kind: 'date' },
    ];
  }, [t, ticketTypes, tags, viewer]);
}
