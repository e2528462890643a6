import { formFields } from '@handoff/core/form/form-fields';
import type { FieldDefinition, TreeOption } from '@handoff/core/form/field-definition';
import { localize } from '@handoff/core/platform/text/localize';
import type { TicketTypeDefinition } from '@handoff/core/ticket-type/ticket-type-definition';
import type { Format } from '~/format/format-context.tsx';

const treeLabels = (options: readonly TreeOption[], locale: string): [string, string][] =>
  options.flatMap((option) => [
    [option.value, localize(option.label, locale)] as [string, string],
    ...treeLabels(option.children ?? [], locale),
  ]);

function labelsOf(field: FieldDefinition, locale: string): Map<string, string> {
  if (!('options' in field)) return new Map();
  return new Map(treeLabels(field.options, locale));
}

/** A designed field's value as people read it: option labels, money, dates; ids are left to `names`. */
export function valueWordsOf(
  field: FieldDefinition,
  value: unknown,
  { locale, format, names }: { locale: string; format: Format; names: Readonly<Record<string, string>> },
): string {
  if (value === null || value === undefined || value === '') return '';
  if (typeof value === 'number') {
    return field.type === 'amount' ? format.money(value, field.currency ?? 'CNY') : format.number(value);
  }
  if (typeof value === 'string') {
    if (field.type === 'datetime') return format.dateTime(value);
    return labelsOf(field, locale).get(value) ?? names[value] ?? value;
  }
  if (Array.isArray(value)) {
    const labels = labelsOf(field, locale);
    const words = value.map((each) => (typeof each === 'string' ? (labels.get(each) ?? names[each] ?? each) : ''));
    return words.some(Boolean) ? words.join(locale.startsWith('zh') ? '、' : ', ') : format.number(value.length);
  }
  return Object.values(value)
    .flat()
    .filter((each) => typeof each === 'string')
    .join(' ');
}

/** The designed field of each change's name, which is `answers.` and its key. */
export const fieldsByChange = (definition: TicketTypeDefinition) =>
  new Map(formFields(definition.form).map((field) => [`answers.${field.key}`, field]));
