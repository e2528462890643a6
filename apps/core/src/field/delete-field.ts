import type { z } from 'zod';
import { requirePermission } from '../identity/actor.ts';
import { recordAudit } from '../platform/audit.ts';
import type { Context } from '../platform/context.ts';
import { ConflictError, ValidationError } from '../platform/errors.ts';
import { localize } from '../platform/text/localize.ts';
import { enqueue } from '../platform/outbox.ts';
import { parseInput } from '../platform/parse-input.ts';
import { inTransaction } from '../platform/transaction.ts';
import { deleteFieldInput, restoreFieldInput } from './field-input.ts';
import { countRecords, usesOf } from './field-uses.ts';
import { lockField } from './lock-field.ts';

/** How long a deleted field can be restored before its values are gone. */
export const graceDays = 30;

/**
 * Takes a shared field out of use, and has its values removed everywhere when thirty days have passed. Throws
 * ValidationError where a form still has it, ConflictError where another number of records holds a value than was
 * confirmed, or it changed since `expectedVersion`.
 */
export async function deleteField(context: Context, input: z.input<typeof deleteFieldInput>): Promise<string> {
  requirePermission(context.actor, 'ticket_type.manage');
  const { fieldId, expectedVersion, confirmedRecords } = parseInput(deleteFieldInput, input);
  return inTransaction(context, async (context) => {
    const field = await lockField(context, fieldId, expectedVersion);
    if (field.purgeAt) return fieldId;
    const uses = await usesOf(context, field.key);
    if (uses.length > 0) {
      const names = (locale: 'en' | 'zh') => [...new Set(uses.map(({ name }) => localize(name, locale)))];
      throw ValidationError.at('fieldId', 'in_use', {
        en: `These forms have the field: ${names('en').join(', ')}. Take it out of them, or disable it instead.`,
        zh: `以下表单正在使用该字段：${names('zh').join('、')}。请先移除，或改为停用。`,
      });
    }
    const records = await countRecords(context, field.key);
    if (records !== confirmedRecords) {
      throw new ConflictError(
        'other_count',
        {
          en: `${records} records hold a value of this field. Confirm this number.`,
          zh: `共有 ${records} 条记录含有该字段的值，请确认该数字。`,
        },
        { records },
      );
    }
    const purgeAt = new Date(context.now().getTime() + graceDays * 86_400_000);
    await context.db
      .updateTable('field')
      .set({ isActive: false, purgeAt, version: field.version + 1, updatedAt: context.now() })
      .where('id', '=', fieldId)
      .execute();
    await enqueue(context, { kind: 'field', key: fieldId, payload: { purgeAt: purgeAt.toISOString() } });
    await recordAudit(context, {
      action: 'field.deleted',
      subjectType: 'field',
      subjectId: fieldId,
      changes: { key: field.key, records, purgeAt: purgeAt.toISOString(), definition: field.definition },
    });
    return fieldId;
  });
}

/** Keeps a field that was to be deleted; it stays out of use until it is enabled. Throws NotFoundError, ConflictError. */
export async function restoreField(context: Context, input: z.input<typeof restoreFieldInput>): Promise<string> {
  requirePermission(context.actor, 'ticket_type.manage');
  const { fieldId, expectedVersion } = parseInput(restoreFieldInput, input);
  return inTransaction(context, async (context) => {
    const field = await lockField(context, fieldId, expectedVersion);
    await context.db
      .updateTable('field')
      .set({ purgeAt: null, version: field.version + 1, updatedAt: context.now() })
      .where('id', '=', fieldId)
      .execute();
    await recordAudit(context, { action: 'field.restored', subjectType: 'field', subjectId: fieldId });
    return fieldId;
  });
}
