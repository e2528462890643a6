import type { Format } from '~/format/format-context.tsx';
import type { DesignedField } from './designed-filter.ts';

function valueWords(field: DesignedField, value: unknown, format: Format): string {
  const chosen = field.options.find((option) => option.value === value);
  if (chosen) return chosen.label.text;
  if (typeof value === 'number') return field.currency ? format.money(value, field.currency) : format.number(value);
  if (typeof value !== 'string') return '';
  const isInstant = field.kind === 'datetime' && !Number.isNaN(Date.parse(value));
  return isInstant ? format.dateTime(value) : value;
}

/** What a ticket's answers say of a designed field, as a cell of a list shows it; nothing where it was not answered. */
export function answerWords(field: DesignedField, answers: unknown, format: Format): string {
  if (typeof answers !== 'object' || answers === null) return '';
  const value: unknown = Reflect.get(answers, field.key);
  const values: unknown[] = Array.isArray(value) ? value : [value];
  return values
    .map((each) => valueWords(field, each, format))
    .filter((words) => words !== '')
    .join(format.locale === 'zh' ? '、' : ', ');
}
