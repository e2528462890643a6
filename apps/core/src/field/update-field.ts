import type { z } from 'zod';
import { requirePermission } from '../identity/actor.ts';
import { recordAudit } from '../platform/audit.ts';
import type { Context } from '../platform/context.ts';
import { ConflictError, ValidationError } from '../platform/errors.ts';
import { parseInput } from '../platform/parse-input.ts';
import { inTransaction } from '../platform/transaction.ts';
import { updateFieldInput } from './field-input.ts';
import type { FieldRow } from './load-shared-fields.ts';
import { lockField } from './lock-field.ts';
import { parseSharedField } from './parse-shared-field.ts';
import type { SharedField } from './shared-field.ts';

/**
 * Changes what a shared field says, or whether forms are offered it. Forms being designed follow at once, published ones
 * with their next version. Throws ConflictError if it changed since `expectedVersion` or is being deleted,
 * ValidationError that names every fault.
 */
export async function updateField(context: Context, input: z.input<typeof updateFieldInput>): Promise<string> {
  requirePermission(context.actor, 'ticket_type.manage');
  const { fieldId, expectedVersion, definition, isActive } = parseInput(updateFieldInput, input);
  const next = definition === undefined ? null : parseSharedField(definition);
  return inTransaction(context, async (context) => {
    const field = await lockField(context, fieldId, expectedVersion);
    if (field.purgeAt) throw beingDeleted();
    const before = field.definition as SharedField;
    if (next) requireSame(field, before, next);
    await context.db
      .updateTable('field')
      .set({
        ...(next && { definition: JSON.stringify(next) }),
        isActive,
        version: field.version + 1,
        updatedAt: context.now(),
      })
      .where('id', '=', fieldId)
      .execute();
    await recordAudit(context, {
      action: 'field.updated',
      subjectType: 'field',
      subjectId: fieldId,
      changes: { ...(next && { from: before, to: next }), ...(isActive !== undefined && { isActive }) },
    });
    return fieldId;
  });
}

const beingDeleted = (): ConflictError =>
  new ConflictError('being_deleted', {
    en: 'This field is being deleted. Restore it first.',
    zh: '该字段正在删除，请先恢复。',
  });

/** Answers that are there were given to this key and in this type. */
function requireSame(field: FieldRow, before: SharedField, next: SharedField): void {
  for (const part of ['key', 'type'] as const) {
    if (next[part] === (part === 'key' ? field.key : before.type)) continue;
    throw ValidationError.at(['definition', part], 'fixed', {
      en: `The ${part} of a shared field stays as it is, since records hold answers to it. Make another field.`,
      zh: '全局字段的标识和类型不能更改，因为已有记录使用。请新建字段。',
    });
  }
}
