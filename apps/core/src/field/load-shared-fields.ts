import type { Selectable } from 'kysely';
import type { DB } from '@handoff/prisma';
import type { Context } from '../platform/context.ts';
import { fault, type Fault } from '../platform/fault.ts';
import { followInPolicies, followShared, policyFieldKeys, sharedPlaces, type SharedField } from './shared-field.ts';

export type FieldRow = Selectable<DB['field']>;

/** A definition with what the registry says of its shared fields, and what keeps it from being published. */
export interface FollowedDefinition {
  definition: unknown;
  faults: Fault[];
}

/** The shared fields of these keys. */
async function loadSharedFields(context: Context, keys: readonly string[]): Promise<FieldRow[]> {
  if (keys.length === 0) return [];
  return context.db.selectFrom('field').selectAll().where('key', 'in', keys).execute();
}

/** Fields that policies read and that customers are not asked for. */
async function missingOfCustomers(context: Context, keys: readonly string[]): Promise<Fault[]> {
  if (keys.length === 0) return [];
  const chosen = await context.db.selectFrom('customerField').select('key').where('key', 'in', keys).execute();
  const known = new Set(chosen.map(({ key }) => key));
  return keys.flatMap((key, index) => {
    if (known.has(key)) return [];
    return fault(
      ['sla', 'customerFields', index],
      'no_customer_field',
      `Customers are not asked for the field “${key}”. Choose it for them, or take it out of the condition.`,
      `客户没有字段“${key}”，请先将其加入客户字段，或从条件中移除。`,
    );
  });
}

/** Brings a type's definition, as it was sent in, up to what the registry says of its shared fields now. */
export async function followRegistry(context: Context, definition: unknown): Promise<FollowedDefinition> {
  const form: unknown = typeof definition === 'object' && definition !== null ? Reflect.get(definition, 'form') : null;
  const places = sharedPlaces(form);
  const asked = policyFieldKeys(definition);
  const rows = await loadSharedFields(context, [...places.map(({ key }) => key), ...asked]);
  const known = new Map(rows.map((row) => [row.key, row]));
  const faults = places.flatMap(({ key, path }) => {
    const row = known.get(key);
    if (row?.isActive) return [];
    const words: [code: string, en: string, zh: string] = row
      ? [
          'field_disabled',
          `The shared field “${key}” is disabled. Enable it, or take it out of the form.`,
          `全局字段“${key}”已停用，请启用或从表单中移除。`,
        ]
      : [
          'unknown_field',
          `There is no shared field “${key}”. Make it first, or detach the field from it.`,
          `没有全局字段“${key}”，请先创建，或取消关联。`,
        ];
    return [fault(['form', ...path], ...words)];
  });
  faults.push(...(await missingOfCustomers(context, asked)));
  if (rows.length === 0) return { definition, faults };
  const shared = new Map(rows.map((row) => [row.key, row.definition as SharedField]));
  const followed = followInPolicies(definition, shared);
  if (places.length === 0) return { definition: followed, faults };
  return { definition: { ...(followed as object), form: followShared(form, shared) }, faults };
}
