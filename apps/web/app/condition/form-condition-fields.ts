import type { FormDefinition } from '@handoff/core/form/form-definition';
import { formFields, formKinds } from '@handoff/core/form/form-fields';
import { localize } from '@handoff/core/platform/text/localize';
import { findAgents, findCustomers, findDepartments } from '~/form/find-choices.ts';
import type { ConditionField } from './edit-condition.ts';

const finders = { member: findAgents, department: findDepartments, customer: findCustomers } as const;

/** The fields of a form that a condition may read, by their names in this language. */
export function formConditionFields(form: FormDefinition, locale: string): ConditionField[] {
  const kinds = formKinds(form);
  return formFields(form).flatMap((field): ConditionField[] => {
    const kind = kinds[field.key];
    if (!kind || field.type === 'divider') return [];
    const base = { key: field.key, label: localize(field.label, locale), kind };
    if (field.type === 'amount') return [{ ...base, minorDigits: 2 }];
    if (field.type === 'member' || field.type === 'department' || field.type === 'customer') {
      return [{ ...base, find: finders[field.type] }];
    }
    if ('options' in field && field.type !== 'cascading_select') {
      return [
        { ...base, options: field.options.map(({ value, label }) => ({ value, label: localize(label, locale) })) },
      ];
    }
    return [base];
  });
}
