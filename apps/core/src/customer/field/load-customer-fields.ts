import type { Selectable } from 'kysely';
import type { DB } from '@handoff/prisma';
import { asInForm, type SharedField } from '../../field/shared-field.ts';
import type { FormDefinition } from '../../form/form-definition.ts';
import { optionsOf } from '../../parameter/customer-lists.ts';
import type { Context } from '../../platform/context.ts';
import type { LocalizedText } from '../../platform/text/localized-text.ts';
import { listedFacts } from '../listed-facts.ts';
import { BUILT_IN_FIELDS, builtInField, type CustomerFieldKind } from './customer-field.ts';

type SettingRow = Selectable<DB['customerField']>;

/** A field of the customer record as it is set now. */
export interface LoadedCustomerField extends Pick<SettingRow, 'key' | 'isRequired' | 'isSearchable' | 'version'> {
  kind: CustomerFieldKind;
  label: LocalizedText;
  /** Of a chosen field: what the registry says of it, and whether forms are offered it. */
  shared: { id: string; definition: SharedField; isActive: boolean } | null;
}

/** The facts of whose lists no value is offered now, so that nobody can be asked for one. */
async function unanswerable(context: Context): Promise<Set<string>> {
  const lists = await Promise.all(listedFacts.map(async (fact) => ({ fact, options: await optionsOf(context, fact) })));
  return new Set(lists.filter(({ options }) => !options.some(({ isOffered }) => isOffered)).map(({ fact }) => fact));
}

/** Everything that a customer record has: built-in facts first, then the chosen fields in their order. */
export async function loadCustomerFields(context: Context): Promise<LoadedCustomerField[]> {
  const rows = await context.db
    .selectFrom('customerField')
    .leftJoin('field', 'field.key', 'customerField.key')
    .select(['customerField.key', 'isRequired', 'isSearchable', 'customerField.version'])
    .select(['field.id as fieldId', 'field.definition', 'field.isActive'])
    .orderBy('position')
    .orderBy('customerField.key')
    .execute();
  const settings = new Map(rows.map((row) => [row.key, row]));
  const notOffered = await unanswerable(context);
  const builtIn = BUILT_IN_FIELDS.map(({ key, label, kind }): LoadedCustomerField => {
    const set = settings.get(key);
    const isRequired = key === 'name' || key === 'kind' || ((set?.isRequired ?? false) && !notOffered.has(key));
    return { key, label, kind, isRequired, isSearchable: true, version: set?.version ?? 0, shared: null };
  });
  const chosen = rows.flatMap((row): LoadedCustomerField[] => {
    if (builtInField(row.key) || !row.fieldId) return [];
    const definition = row.definition as SharedField;
    const { key, isRequired, isSearchable, version } = row;
    const shared = { id: row.fieldId, definition, isActive: row.isActive ?? false };
    return [{ key, label: definition.label, kind: 'user_defined', isRequired, isSearchable, version, shared }];
  });
  return [...builtIn, ...chosen];
}

const LABEL = { en: 'More', zh: '更多信息' };

/**
 * The chosen fields as a form, which the one form engine draws and reads. A disabled one is asked for no more; a record
 * that holds an answer to it shows it, to be read only.
 */
export function customerForm(
  fields: readonly LoadedCustomerField[],
  held: Readonly<Record<string, unknown>> = {},
): FormDefinition {
  return {
    sections: [
      {
        key: 'chosen',
        label: LABEL,
        columns: 1,
        fields: fields.flatMap(({ key, shared, isRequired, isSearchable }) => {
          if (!shared) return [];
          if (shared.isActive) return [asInForm(shared.definition, { required: isRequired, searchable: isSearchable })];
          if (!Object.hasOwn(held, key)) return [];
          return [asInForm(shared.definition, { nodes: { '*': 'read' } })];
        }),
      },
    ],
    rules: [],
  };
}
