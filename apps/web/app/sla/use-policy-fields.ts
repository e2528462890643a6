import type { FieldDefinition } from '@handoff/core/form/field-definition';
import type { FormDefinition } from '@handoff/core/form/form-definition';
import { URGENCIES } from '@handoff/core/platform/urgency';
import { customerFieldForm, customerFieldName } from '@handoff/core/sla/policy/customer-facts';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConditionField } from '~/condition/edit-condition.ts';
import { formConditionFields } from '~/condition/form-condition-fields.ts';
import type { SelectOption } from '~/form/select-input.tsx';
import type { CustomerChoices } from './customer-choices.ts';

const kinds = ['household', 'business', 'property', 'dealer'] as const;
const levels = ['standard', 'silver', 'gold'] as const;

const none: readonly FieldDefinition[] = [];

/**
 * What the conditions of SLA policies may read: the form, the urgency, and the customer with those of its chosen fields
 * that are given.
 */
export function usePolicyFields(
  form: FormDefinition,
  lists: CustomerChoices,
  customerFields: readonly FieldDefinition[] = none,
): ConditionField[] {
  const { t, i18n } = useTranslation('sla');
  return useMemo(() => {
    const choice = (key: 'ticket_urgency' | 'customer_kind' | 'customer_level', options: SelectOption[]) => ({
      key: key.replace('_', '.'),
      label: t(`field.${key}`),
      kind: 'choice' as const,
      options,
    });
    return [
      ...formConditionFields(form, i18n.language),
      choice(
        'ticket_urgency',
        URGENCIES.map((value) => ({ value, label: t(`urgency.${value}`) })),
      ),
      choice(
        'customer_kind',
        kinds.map((value) => ({ value, label: t(`kind.${value}`) })),
      ),
      choice(
        'customer_level',
        levels.map((value) => ({ value, label: t(`level.${value}`) })),
      ),
      { key: 'customer.type', label: t('field.customer_type'), kind: 'choice', options: [...lists.types] },
      { key: 'customer.source', label: t('field.customer_source'), kind: 'choice', options: [...lists.sources] },
      { key: 'customer.region', label: t('field.customer_region'), kind: 'text' },
      ...formConditionFields(customerFieldForm(customerFields), i18n.language).map((field) => ({
        ...field,
        key: customerFieldName(field.key),
        label: t('field.customer_answer', { label: field.label }),
      })),
    ];
  }, [form, lists, customerFields, t, i18n.language]);
}
