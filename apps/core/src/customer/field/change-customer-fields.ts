import type { z } from 'zod';
import { requirePermission } from '../../identity/actor.ts';
import { recordAudit } from '../../platform/audit.ts';
import type { Context } from '../../platform/context.ts';
import { ConflictError, NotFoundError, ValidationError } from '../../platform/errors.ts';
import { parseInput } from '../../platform/parse-input.ts';
import { inTransaction, isDuplicateKey } from '../../platform/transaction.ts';
import { builtInField, mostCustomerFields } from './customer-field.ts';
import { addCustomerFieldInput, removeCustomerFieldInput, updateCustomerFieldInput } from './customer-field-input.ts';

/** The chosen fields in their order, locked until the transaction ends. */
const lockChosen = async (context: Context) => {
  const rows = await context.db
    .selectFrom('customerField')
    .selectAll()
    .orderBy('position')
    .orderBy('key')
    .forUpdate()
    .execute();
  return rows.filter(({ key }) => !builtInField(key));
};

const audit = (context: Context, action: string, subjectId: string, changes: Record<string, unknown>): Promise<void> =>
  recordAudit(context, { action: `customer_field.${action}`, subjectType: 'field', subjectId, changes });

const fieldIdOf = async (context: Context, key: string): Promise<string> =>
  (await context.db.selectFrom('field').select('id').where('key', '=', key).executeTakeFirst())?.id ?? key;

/**
 * Has customers asked for a shared field; what records held of it before is there again. Returns its key. Throws
 * NotFoundError, ValidationError for a field out of use, one that they have already, and beyond the most that there may be.
 */
export async function addCustomerField(
  context: Context,
  input: z.input<typeof addCustomerFieldInput>,
): Promise<string> {
  requirePermission(context.actor, 'customer_field.manage');
  const { fieldId, isRequired, isSearchable } = parseInput(addCustomerFieldInput, input);
  return inTransaction(context, async (context) => {
    const field = await context.db
      .selectFrom('field')
      .selectAll()
      .where('id', '=', fieldId)
      .forUpdate()
      .executeTakeFirst();
    if (!field) throw new NotFoundError('field');
    if (!field.isActive) {
      throw ValidationError.at('fieldId', 'field_disabled', {
        en: 'This shared field is disabled. Enable it first, or choose another one.',
        zh: '该全局字段已停用，请先启用或另选字段。',
      });
    }
    if (builtInField(field.key)) {
      throw ValidationError.at('fieldId', 'key_of_system_field', {
        en: `Customers have a field of their own with the key “${field.key}”. Make a shared field with another key.`,
        zh: `客户已有标识为“${field.key}”的系统字段，请使用其他标识的全局字段。`,
      });
    }
    const chosen = await lockChosen(context);
    if (chosen.length >= mostCustomerFields) {
      throw ValidationError.at('fieldId', 'full', {
        en: `Customers have at most ${mostCustomerFields} chosen fields. Remove one first.`,
        zh: `客户最多 ${mostCustomerFields} 个自定义字段，请先移除一个。`,
      });
    }
    const now = context.now();
    const position = (chosen.at(-1)?.position ?? 0) + 1;
    await context.db
      .insertInto('customerField')
      .values({ key: field.key, position, isRequired, isSearchable, createdAt: now, updatedAt: now })
      .execute()
      .catch((error: unknown) => {
        if (!isDuplicateKey(error)) throw error;
        throw ValidationError.at('fieldId', 'taken', {
          en: 'Customers have this field already.',
          zh: '客户已有该字段。',
        });
      });
    await audit(context, 'added', fieldId, { key: field.key, isRequired, isSearchable });
    return field.key;
  });
}

/**
 * Changes whether a field has to be filled in, whether lists are narrowed by it, and where it stands. Returns its key.
 * Throws ValidationError for a system field, ConflictError if it changed since `expectedVersion`, NotFoundError.
 */
export async function updateCustomerField(
  context: Context,
  input: z.input<typeof updateCustomerFieldInput>,
): Promise<string> {
  requirePermission(context.actor, 'customer_field.manage');
  const { key, expectedVersion, isRequired, isSearchable, beforeKey } = parseInput(updateCustomerFieldInput, input);
  const builtIn = builtInField(key);
  if (builtIn?.kind === 'system') {
    throw ValidationError.at('key', 'system_field', {
      en: 'This is a system field, which stays as it is.',
      zh: '系统字段不可编辑。',
    });
  }
  return inTransaction(context, async (context) => {
    const chosen = await lockChosen(context);
    const row = await context.db
      .selectFrom('customerField')
      .selectAll()
      .where('key', '=', key)
      .forUpdate()
      .executeTakeFirst();
    if (!row && !builtIn) throw new NotFoundError('customer field');
    const version = row?.version ?? 0;
    if (version !== expectedVersion) throw ConflictError.stale(version);
    const now = context.now();
    const next = {
      isRequired: isRequired ?? row?.isRequired ?? false,
      isSearchable: isSearchable ?? row?.isSearchable ?? false,
    };
    await context.db
      .insertInto('customerField')
      .values({ key, position: row?.position ?? 0, ...next, createdAt: now, updatedAt: now })
      .onDuplicateKeyUpdate({ ...next, version: version + 1, updatedAt: now })
      .execute();
    if (beforeKey !== undefined && !builtIn)
      await place(
        context,
        chosen.map((one) => one.key),
        key,
        beforeKey,
      );
    await audit(context, 'updated', await fieldIdOf(context, key), { key, isRequired, isSearchable, beforeKey });
    return key;
  });
}

async function place(context: Context, keys: string[], key: string, beforeKey: string | null): Promise<void> {
  const rest = keys.filter((one) => one !== key);
  const at = beforeKey === null ? rest.length : rest.indexOf(beforeKey);
  if (at < 0) throw new NotFoundError('customer field');
  for (const [index, one] of rest.toSpliced(at, 0, key).entries()) {
    await context.db
      .updateTable('customerField')
      .set({ position: index + 1 })
      .where('key', '=', one)
      .execute();
  }
}

/**
 * Has customers asked for a chosen field no more. What records hold stays, and is there again when it is added again.
 * A repeat changes nothing. Returns its key. Throws ValidationError for a system field.
 */
export async function removeCustomerField(
  context: Context,
  input: z.input<typeof removeCustomerFieldInput>,
): Promise<string> {
  requirePermission(context.actor, 'customer_field.manage');
  const { key } = parseInput(removeCustomerFieldInput, input);
  if (builtInField(key)) {
    throw ValidationError.at('key', 'system_field', {
      en: 'Every customer has this field; it cannot be removed.',
      zh: '该字段为系统字段，不能移除。',
    });
  }
  return inTransaction(context, async (context) => {
    const { numDeletedRows } = await context.db.deleteFrom('customerField').where('key', '=', key).executeTakeFirst();
    if (numDeletedRows > 0n) await audit(context, 'removed', await fieldIdOf(context, key), { key });
    return key;
  });
}
