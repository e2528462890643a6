import type { z } from 'zod';
import { requirePermission } from '../identity/actor.ts';
import { recordAudit } from '../platform/audit.ts';
import type { Context } from '../platform/context.ts';
import { ConflictError, NotFoundError, ValidationError } from '../platform/errors.ts';
import { parseInput } from '../platform/parse-input.ts';
import { inTransaction } from '../platform/transaction.ts';
import { requireActiveAgent } from './create-external-form.ts';
import { currentDefinition } from './current-definition.ts';
import { externalFormDefinition } from './external-form-definition.ts';
import { updateExternalFormInput } from './external-form-input.ts';
import { publicFormFaults } from './public-form.ts';

/**
 * Changes a form, or takes it out of use: its links then say so. What is in use has to be whole. Throws ValidationError
 * that says what it lacks, ConflictError if it changed since `expectedVersion`, NotFoundError.
 */
export async function updateExternalForm(
  context: Context,
  input: z.input<typeof updateExternalFormInput>,
): Promise<string> {
  requirePermission(context.actor, 'external_form.manage');
  const { formId, expectedVersion, responsibleId, isActive, ...parts } = parseInput(updateExternalFormInput, input);
  if (responsibleId) await requireActiveAgent(context, responsibleId);
  return inTransaction(context, async (context) => {
    const form = await context.db
      .selectFrom('externalForm')
      .select(['version', 'definition', 'isActive', 'typeId'])
      .where('id', '=', formId)
      .forUpdate()
      .executeTakeFirst();
    if (!form) throw new NotFoundError('external form');
    if (form.version !== expectedVersion) throw ConflictError.stale(form.version);
    const definition = externalFormDefinition.parse({ ...(form.definition as object), ...withoutUndefined(parts) });
    if (isActive ?? form.isActive) {
      const { definition: type } = await currentDefinition(context, form.typeId);
      const faults = publicFormFaults(type, definition);
      if (faults.length > 0) {
        throw new ValidationError(faults.map((message) => ({ path: ['fields'], code: 'form_not_whole', message })));
      }
    }
    await context.db
      .updateTable('externalForm')
      .set({
        definition: JSON.stringify(definition),
        ...(responsibleId && { responsibleId }),
        isActive,
        version: form.version + 1,
        updatedAt: context.now(),
      })
      .where('id', '=', formId)
      .execute();
    await recordAudit(context, {
      action: 'external_form.updated',
      subjectType: 'external_form',
      subjectId: formId,
      changes: {
        ...withoutUndefined(parts),
        ...(responsibleId && { responsibleId }),
        ...(isActive !== undefined && { isActive }),
      },
    });
    return formId;
  });
}

const withoutUndefined = (parts: object): object =>
  Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined));
