import type { ValueKind } from '@handoff/core/condition/condition';
import { localize } from '@handoff/core/platform/text/localize';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConditionField } from '~/condition/edit-condition.ts';
import { formConditionFields } from '~/condition/form-condition-fields.ts';
import { findAgents, findCustomers, findDepartments } from '~/form/find-choices.ts';
import type { SelectOption } from '~/form/select-input.tsx';
import { ticketStatuses, urgencies } from '~/ticket/ticket-enums.ts';
import { definitionOf, useAutomationNames } from './automation-names.tsx';

const clocks = ['first_response', 'step', 'completion'] as const;
const slaStates = ['running', 'paused', 'breached', 'met'] as const;

/** What conditions of triggers may read: properties of the ticket and the event, then the fields of the type's form. */
export function useTriggerFields(typeId: string | null): ConditionField[] {
  const { t, i18n } = useTranslation(['automation', 'ticket']);
  const { facts, names } = useAutomationNames();
  return useMemo(() => {
    const definition = definitionOf(facts, typeId);
    const named = (list: readonly { id: string; name: string }[]): SelectOption[] =>
      list.map(({ id, name }) => ({ value: id, label: name }));
    const statuses = ticketStatuses.map((value) => ({ value, label: t(`ticket:status.${value}`) }));
    const field = (key: FieldKey, kind: ValueKind, more: Partial<ConditionField> = {}): ConditionField => ({
      key,
      kind,
      label: t(`field.${key.replace('.', '_') as 'ticket_status'}`),
      ...more,
    });
    const properties: ConditionField[] = [
      field('ticket.status', 'choice', { options: statuses }),
      field('ticket.urgency', 'choice', {
        options: urgencies.map((value) => ({ value, label: t(`ticket:urgency.${value}`) })),
      }),
      field('ticket.title', 'text'),
      ...(typeId
        ? []
        : [
            field('ticket.type', 'reference', {
              options: facts.ticketTypes.map(({ id, name }) => ({ value: id, label: name.text })),
            }),
          ]),
      field('ticket.step', 'choices', {
        options: definition?.flow.nodes.map(({ id, name }) => ({ value: id, label: localize(name, i18n.language) })),
      }),
      field('ticket.tags', 'choices', { options: facts.tags.map(({ id, path }) => ({ value: id, label: path })) }),
      field('ticket.sla_state', 'choice', {
        options: slaStates.map((value) => ({ value, label: t(`ticket:slaState.${value}`) })),
      }),
      field('ticket.handler', 'reference', { find: findAgents, names }),
      field('ticket.creator', 'reference', { find: findAgents, names }),
      field('ticket.group', 'reference', { options: named(facts.serviceGroups) }),
      field('ticket.department', 'reference', { find: findDepartments, names }),
      field('ticket.customer', 'reference', { find: findCustomers, names }),
      field('ticket.is_sub_ticket', 'boolean'),
      field('ticket.created_at', 'datetime'),
      field('ticket.due_at', 'datetime'),
      field('event.actor', 'reference', { find: findAgents, names }),
      field('event.is_automatic', 'boolean'),
      field('event.status_before', 'choice', { options: statuses }),
      field('event.comment', 'text'),
      field('event.tag', 'text'),
      field('event.clock', 'choice', { options: clocks.map((value) => ({ value, label: t(`clock.${value}`) })) }),
      field('event.list', 'choice', {
        options: (['tickets', 'customers'] as const).map((value) => ({ value, label: t(`list.${value}`) })),
      }),
      field('event.rows', 'number'),
    ];
    const designed = definition ? formConditionFields(definition.form, i18n.language) : [];
    return [...properties, ...designed.map((one) => ({ ...one, names }))];
  }, [t, i18n.language, facts, names, typeId]);
}

type FieldKey = `${'ticket' | 'event'}.${string}`;
