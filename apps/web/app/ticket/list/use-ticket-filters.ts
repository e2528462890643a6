import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ResultOf } from '~/graphql/graphql.ts';
import { findAgents, findCustomers } from '~/form/find-choices.ts';
import { orEmpty, type FilterField, type FilterOption } from '~/list/filter-field.ts';
import { ticketStatuses, urgencies } from '../ticket-enums.ts';
import { designedFilters, type DesignedField } from './designed-filter.ts';
import type { ticketFactsQuery } from './list-operations.ts';
import { stepValue } from './ticket-conditions.ts';

const slaStates = ['running', 'paused', 'breached', 'met'] as const;

type Facts = ResultOf<typeof ticketFactsQuery>;

/** By what tickets can be narrowed: what every ticket has, then the fields that forms have. */
export function useTicketFilters(
  { ticketTypes, ticketFilterSteps, departments, tags, viewer }: Facts,
  designed: readonly DesignedField[],
  names: readonly FilterOption[],
): FilterField[] {
  const { t } = useTranslation('ticket');
  return useMemo(() => {
    const groups = viewer?.agent.serviceGroups ?? [];
    const members = new Map(groups.flatMap((group) => group.members).map(({ id, name }) => [id, name]));
    if (viewer) members.set(viewer.agent.id, viewer.agent.name);
    const people = [...members].map(([value, label]) => ({ value, label }));
    const named = (records: readonly { id: string; name: string }[]) =>
      records.map(({ id, name }) => ({ value: id, label: name }));
    const choice = (id: string, label: string, options: FilterField['options']): FilterField => ({
      id,
      label,
      kind: 'choice',
      options,
    });
    const record = (id: string, label: string, find: FilterField['find']): FilterField => ({
      id,
      label,
      kind: 'reference',
      options: names,
      ...(find && { find }),
    });
    const typed = ticketTypes.map(({ id, name }) => ({ value: id, label: name.text }));
    const typeNames = new Map(typed.map(({ value, label }) => [value, label]));
    const steps = ticketFilterSteps.map(({ ticketType: { id: ticketType }, node, name }) => ({
      value: stepValue({ ticketType, node }),
      label: `${typeNames.get(ticketType) ?? ''} · ${name.text}`,
    }));
    const statuses = ticketStatuses.map((value) => ({ value, label: t(`status.${value}`) }));
    const urgent = urgencies.map((value) => ({ value, label: t(`urgency.${value}`) }));
    const promised = slaStates.map((value) => ({ value, label: t(`slaState.${value}`) }));
    return [
      choice('type', t('column.type'), typed),
      choice('step', t('filter.step'), steps),
      choice('status', t('column.status'), statuses),
      choice('urgency', t('column.urgency'), urgent),
      choice('sla', t('column.sla'), promised),
      { ...choice('handler', t('column.handler'), people), operators: orEmpty('choice') },
      { ...choice('group', t('column.group'), named(groups)), operators: orEmpty('choice') },
      record('creator', t('column.creator'), findAgents),
      { ...record('watcher', t('filter.watcher'), findAgents), operators: orEmpty('reference') },
      { ...record('customer', t('column.customer'), findCustomers), operators: orEmpty('reference') },
      choice('department', t('column.department'), named(departments)),
      choice(
        'tag',
        t('tag'),
        tags.map(({ id, path }) => ({ value: id, label: path })),
      ),
      { id: 'search', label: t('filter.search'), kind: 'text', operators: ['contains'] },
      { id: 'number', label: t('column.number'), kind: 'text' },
      { id: 'title', label: t('column.title'), kind: 'text' },
      { id: 'phone', label: t('column.phone'), kind: 'text', operators: ['contains'] },
      { id: 'due', label: t('column.due'), kind: 'date', operators: orEmpty('date') },
      { id: 'created', label: t('column.created'), kind: 'date' },
      { id: 'updated', label: t('column.updated'), kind: 'date' },
      { id: 'completed', label: t('column.completed'), kind: 'date', operators: orEmpty('date') },
      ...designedFilters(designed, t('filter.designed'), names),
    ];
  }, [t, ticketTypes, ticketFilterSteps, departments, tags, viewer, designed, names]);
}
