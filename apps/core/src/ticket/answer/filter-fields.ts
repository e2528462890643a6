import type { ValueKind } from '../../condition/condition.ts';
import type { TreeOption, ValueField } from '../../form/field-definition.ts';
import { formKinds } from '../../form/form-fields.ts';
import { valueFields } from '../../form/form-order.ts';
import type { Context } from '../../platform/context.ts';
import type { LocalizedText } from '../../platform/text/localized-text.ts';
import { customerFieldsOnce } from '../../customer/field/customer-answers.ts';
import { customerForm } from '../../customer/field/load-customer-fields.ts';
import { loadVersion } from '../../ticket-type/load-version.ts';

/** A designed field by which tickets can be found. Forms that use one key share the field. */
export interface FilterableField {
  key: string;
  label: LocalizedText;
  type: ValueField['type'];
  kind: ValueKind;
  /** Of an amount. */
  currency: string | null;
  /** Its choices, the parts of a tree one after another. */
  options: { value: string; label: LocalizedText }[];
  /** The types whose forms have it. */
  typeIds: string[];
}

const leaves = (options: readonly TreeOption[]): { value: string; label: LocalizedText }[] =>
  options.flatMap(({ value, label, children }) => [{ value, label }, ...leaves(children ?? [])]);

const optionsOf = (field: ValueField) => ('options' in field ? leaves(field.options as TreeOption[]) : []);

const currencyOf = (field: ValueField): string | null => {
  const isAmount = field.type === 'amount' || (field.type === 'formula' && field.result === 'amount');
  return isAmount ? (field.currency ?? 'CNY') : null;
};

/** The chosen fields of customers by which lists of them can be narrowed, in their order. */
export async function customerFilterFields(context: Context): Promise<FilterableField[]> {
  const form = customerForm(await customerFieldsOnce(context));
  const kinds = formKinds(form);
  return valueFields(form).flatMap((field) => {
    const kind = kinds[field.key];
    if (!field.searchable || !kind || kind === 'list') return [];
    const { key, label, type } = field;
    return [{ key, label, type, kind, currency: currencyOf(field), options: optionsOf(field), typeIds: [] }];
  });
}

/** The searchable fields of all published forms, in the order of the types and their forms. */
export async function filterFields(context: Context): Promise<FilterableField[]> {
  const types = await context.db
    .selectFrom('ticketType')
    .select(['id', 'currentVersionId'])
    .where('deletedAt', 'is', null)
    .orderBy('key')
    .limit(500)
    .execute();
  const found = new Map<string, FilterableField>();
  for (const { id, currentVersionId } of types) {
    if (!currentVersionId) continue;
    const { form } = (await loadVersion(context, currentVersionId)).definition;
    const kinds = formKinds(form);
    for (const field of valueFields(form)) {
      const kind = kinds[field.key];
      // Lists of files and of products are no values that a row could hold.
      if (!field.searchable || !kind || kind === 'list') continue;
      const known = found.get(field.key);
      if (!known) {
        const { key, label, type } = field;
        const [currency, options] = [currencyOf(field), optionsOf(field)];
        found.set(key, { key, label, type, kind, currency, options, typeIds: [id] });
        continue;
      }
      known.typeIds.push(id);
      const values = new Set(known.options.map(({ value }) => value));
      known.options.push(...optionsOf(field).filter(({ value }) => !values.has(value)));
    }
  }
  return [...found.values()];
}
