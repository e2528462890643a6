import type { FieldDefinition, FieldType, TreeOption, ValueField } from './field-definition.ts';

/** Fields that take whatever text there is. */
const WRITTEN: readonly FieldType[] = ['text', 'multiline', 'rich_text'];
const SPOKEN: readonly FieldType[] = [...WRITTEN, 'phone', 'email', 'id_number', 'serial_number'];

/** Types that hold the same as another. */
const LIKE: Partial<Record<FieldType, readonly FieldType[]>> = {
  text: SPOKEN,
  multiline: SPOKEN,
  rich_text: SPOKEN,
  single_select: ['single_select', 'radio'],
  radio: ['single_select', 'radio'],
  multi_select: ['multi_select', 'checkbox'],
  checkbox: ['multi_select', 'checkbox'],
  number: ['number', 'formula'],
  amount: ['amount', 'formula'],
  attachment: ['attachment', 'image'],
};

const optionsOf = (field: ValueField): readonly TreeOption[] => ('options' in field ? field.options : []);

/** Whether every choice of one field is one of the other, down to the last level. */
const areAmong = (options: readonly TreeOption[], known: readonly TreeOption[]): boolean =>
  options.every(({ value, children = [] }) => {
    const found = known.find((one) => one.value === value);
    return found !== undefined && areAmong(children, found.children ?? []);
  });

const currencyOf = (field: ValueField) => ('currency' in field ? (field.currency ?? 'CNY') : 'CNY');

/** Whether any answer to one field can stand in another: their kinds fit, and so do their choices and currencies. */
export function mayFill(from: FieldDefinition, to: FieldDefinition): boolean {
  if (from.type === 'divider' || to.type === 'divider') return false;
  if (to.type === 'formula' || to.type === 'serial_number') return false;
  if (!(LIKE[to.type] ?? [to.type]).includes(from.type)) return false;
  if (from.type === 'formula' && from.result !== to.type) return false;
  if (to.type === 'amount' && currencyOf(from) !== currencyOf(to)) return false;
  return areAmong(optionsOf(from), optionsOf(to));
}
