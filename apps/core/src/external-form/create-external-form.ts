import type { z } from 'zod';
import { requireAgent, requirePermission } from '../identity/actor.ts';
import { recordAudit } from '../platform/audit.ts';
import type { Context } from '../platform/context.ts';
import { NotFoundError } from '../platform/errors.ts';
import { newId } from '../platform/id.ts';
import { parseInput } from '../platform/parse-input.ts';
import { inTransaction } from '../platform/transaction.ts';
import { currentDefinition } from './current-definition.ts';
import { defaultOptions, type ExternalFormDefinition } from './external-form-definition.ts';
import { createExternalFormInput } from './external-form-input.ts';
import { neededFields } from './public-form.ts';

/** Throws NotFoundError for somebody who is not there or works no longer. */
export async function requireActiveAgent(context: Context, agentId: string): Promise<void> {
  const agent = await context.db
    .selectFrom('agent')
    .select('id')
    .where('id', '=', agentId)
    .where('isActive', '=', true)
    .executeTakeFirst();
  if (!agent) throw new NotFoundError('agent');
}

/**
 * Begins a form over a ticket type, with all that a ticket of it needs; it can be used once it is enabled. Returns its
 * id. Throws NotFoundError for a type that has not been published, ValidationError.
 */
export async function createExternalForm(
  context: Context,
  input: z.input<typeof createExternalFormInput>,
): Promise<string> {
  requirePermission(context.actor, 'external_form.manage');
  const { typeId, title, responsibleId = requireAgent(context.actor) } = parseInput(createExternalFormInput, input);
  const { definition: type } = await currentDefinition(context, typeId);
  await requireActiveAgent(context, responsibleId);
  const definition: ExternalFormDefinition = { ...defaultOptions, title, fields: neededFields(type) };
  const id = newId();
  return inTransaction(context, async (context) => {
    const now = context.now();
    await context.db
      .insertInto('externalForm')
      .values({
        id,
        typeId,
        responsibleId,
        definition: JSON.stringify(definition),
        createdById: context.actor.agentId,
        createdAt: now,
        updatedAt: now,
      })
      .execute();
    await recordAudit(context, {
      action: 'external_form.created',
      subjectType: 'external_form',
      subjectId: id,
      changes: { title, typeId },
    });
    return id;
  });
}
