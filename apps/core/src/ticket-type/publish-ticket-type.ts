import { createHash } from 'node:crypto';
import { z } from 'zod';
import { followRegistry } from '../field/load-shared-fields.ts';
import { requirePermission } from '../identity/actor.ts';
import { recordAudit } from '../platform/audit.ts';
import type { Context } from '../platform/context.ts';
import { ConflictError, ValidationError } from '../platform/errors.ts';
import { recordEvent } from '../platform/event/event.ts';
import { newId } from '../platform/id.ts';
import { inTransaction } from '../platform/transaction.ts';
import { checkDefinition } from './check-definition.ts';
import { ticketTypeDefinition } from './ticket-type-definition.ts';

export const publishTicketTypeInput = z.object({
  definition: z.unknown().meta({ description: 'A whole definition, as `exportTicketType` gives it.' }),
});

/**
 * Publishes a definition as the next version of the ticket type with its key, or as a new type. Running tickets keep
 * their version. Shared fields are as the registry has them now. Returns the type's id. Publishing what is published
 * already changes nothing. Throws ValidationError that names every fault, with paths into the definition, ConflictError
 * for the key of a deleted type.
 */
export async function publishTicketType(
  context: Context,
  input: z.input<typeof publishTicketTypeInput>,
): Promise<string> {
  requirePermission(context.actor, 'ticket_type.manage');
  const followed = await followRegistry(context, input.definition);
  const faults = [...checkDefinition(followed.definition), ...followed.faults];
  if (faults.length > 0) {
    throw new ValidationError(
      faults.map((fault) => ({
        path: ['definition', ...fault.path.map(String)],
        code: fault.code,
        message: fault.message,
      })),
    );
  }
  const definition = ticketTypeDefinition.parse(followed.definition);
  const text = JSON.stringify(definition);
  const checksum = createHash('sha256').update(text).digest('hex');
  return inTransaction(context, async (context) => {
    const now = context.now();
    const labels = JSON.stringify(definition.name);
    await context.db
      .insertInto('ticketType')
      .values({
        id: newId(),
        key: definition.key,
        labels,
        prefix: definition.prefix,
        icon: definition.icon,
        createdAt: now,
        updatedAt: now,
      })
      .ignore()
      .execute();
    const type = await context.db
      .selectFrom('ticketType')
      .select(['id', 'currentVersionId', 'version', 'deletedAt'])
      .where('key', '=', definition.key)
      .forUpdate()
      .executeTakeFirstOrThrow();
    if (type.deletedAt) throw deleted(definition.key);
    const last = await context.db
      .selectFrom('ticketTypeVersion')
      .select(['number', 'checksum'])
      .where('typeId', '=', type.id)
      .orderBy('number', 'desc')
      .limit(1)
      .executeTakeFirst();
    if (last?.checksum === checksum) return type.id;
    const versionId = newId();
    await context.db
      .insertInto('ticketTypeVersion')
      .values({
        id: versionId,
        typeId: type.id,
        number: (last?.number ?? 0) + 1,
        definition: text,
        checksum,
        publishedById: context.actor.agentId,
        publishedAt: now,
      })
      .execute();
    await context.db
      .updateTable('ticketType')
      .set({
        currentVersionId: versionId,
        labels,
        prefix: definition.prefix,
        icon: definition.icon,
        version: type.version + 1,
        updatedAt: now,
      })
      .where('id', '=', type.id)
      .execute();
    await recordAudit(context, {
      action: 'ticket_type.published',
      subjectType: 'ticket_type',
      subjectId: type.id,
      changes: { number: (last?.number ?? 0) + 1 },
    });
    await recordEvent(context, { kind: 'ticket_type.published', subjectType: 'ticket_type', subjectId: type.id });
    return type.id;
  });
}

const deleted = (key: string) =>
  new ConflictError('type_deleted', {
    en: `The ticket type “${key}” was deleted; its tickets keep the key. Choose another key.`,
    zh: `工单类型“${key}”已删除，其工单仍保留该标识，请换一个标识。`,
  });
