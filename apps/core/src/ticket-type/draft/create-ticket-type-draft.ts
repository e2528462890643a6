import type { z } from 'zod';
import { requirePermission } from '../../identity/actor.ts';
import type { Context } from '../../platform/context.ts';
import { ConflictError, NotFoundError, ValidationError } from '../../platform/errors.ts';
import { newId } from '../../platform/id.ts';
import { parseInput } from '../../platform/parse-input.ts';
import { inTransaction } from '../../platform/transaction.ts';
import { loadVersion } from '../load-version.ts';
import type { TicketTypeDefinition } from '../ticket-type-definition.ts';
import { blankDefinition } from './blank-definition.ts';
import { writeRevision } from './load-draft.ts';
import { createTicketTypeDraftInput } from './ticket-type-draft-input.ts';

type Input = z.output<typeof createTicketTypeDraftInput>;

/**
 * Begins to change a ticket type, or a new one. A type has one draft: whoever begins second goes on with it. Returns its
 * id. Throws ValidationError, NotFoundError, ConflictError for a key that a type or draft has already, or
 * where an old version is to be taken while there is a draft.
 */
export async function createTicketTypeDraft(
  context: Context,
  input: z.input<typeof createTicketTypeDraftInput>,
): Promise<string> {
  requirePermission(context.actor, 'ticket_type.manage');
  const parsed = parseInput(createTicketTypeDraftInput, input);
  return inTransaction(context, (context) =>
    parsed.typeId ? draftOfType(context, parsed.typeId, parsed.fromVersionId ?? null) : draftOfNewType(context, parsed),
  );
}

async function draftOfType(context: Context, typeId: string, fromVersionId: string | null): Promise<string> {
  const type = await context.db
    .selectFrom('ticketType')
    .select('currentVersionId')
    .where('id', '=', typeId)
    .where('deletedAt', 'is', null)
    .forUpdate()
    .executeTakeFirst();
  if (!type?.currentVersionId) throw new NotFoundError('ticket type');
  const draft = await context.db
    .selectFrom('ticketTypeDraft')
    .select('id')
    .where('typeId', '=', typeId)
    .executeTakeFirst();
  if (draft && fromVersionId) throw draftExists();
  if (draft) return draft.id;
  const current = await loadVersion(context, type.currentVersionId);
  const from = fromVersionId ? await loadVersion(context, fromVersionId) : current;
  if (from.typeId !== typeId) throw new NotFoundError('ticket type version');
  return insertDraft(context, from.definition, { typeId, basedOnVersionId: current.id });
}

const draftExists = () =>
  new ConflictError('draft_exists', {
    en: 'The next version of this type is being designed already. Publish or discard that draft first.',
    zh: '该类型的下一版本已在设计中，请先发布或丢弃现有草稿。',
  });

async function draftOfNewType(context: Context, { key, name, prefix, copyOf }: Input): Promise<string> {
  if (!key || !name || !prefix) {
    throw new ValidationError(
      Object.entries({ key, name, prefix })
        .filter(([, value]) => !value)
        .map(([field]) => ({
          path: [field],
          code: 'required',
          message: { en: 'A new ticket type needs this.', zh: '新建工单类型时必填。' },
        })),
    );
  }
  const [type, draft] = await Promise.all([
    context.db.selectFrom('ticketType').select('id').where('key', '=', key).executeTakeFirst(),
    context.db.selectFrom('ticketTypeDraft').select('id').where('key', '=', key).executeTakeFirst(),
  ]);
  if (type || draft) {
    throw new ConflictError('key_taken', {
      en: `There is a ticket type with the key “${key}” already. Choose another key.`,
      zh: `已有标识为“${key}”的工单类型，请换一个标识。`,
    });
  }
  const basics = { key, name, prefix };
  const definition = copyOf
    ? { ...(await currentDefinition(context, copyOf)), ...basics }
    : blankDefinition(basics, await firstKey(context, 'serviceGroup'), await firstKey(context, 'calendar'));
  return insertDraft(context, definition, { typeId: null, basedOnVersionId: null });
}

async function currentDefinition(context: Context, typeId: string): Promise<TicketTypeDefinition> {
  const type = await context.db
    .selectFrom('ticketType')
    .select('currentVersionId')
    .where('id', '=', typeId)
    .executeTakeFirst();
  if (!type?.currentVersionId) throw new NotFoundError('ticket type');
  return (await loadVersion(context, type.currentVersionId)).definition;
}

async function firstKey(context: Context, table: 'serviceGroup' | 'calendar'): Promise<string> {
  const row = await context.db.selectFrom(table).select('key').orderBy('key').limit(1).executeTakeFirst();
  return row?.key ?? 'none';
}

async function insertDraft(
  context: Context,
  definition: TicketTypeDefinition,
  origin: { typeId: string | null; basedOnVersionId: string | null },
): Promise<string> {
  const id = newId();
  const now = context.now();
  await context.db
    .insertInto('ticketTypeDraft')
    .values({
      id,
      ...origin,
      key: definition.key,
      definition: JSON.stringify(definition),
      revision: 1,
      updatedById: context.actor.agentId,
      createdAt: now,
      updatedAt: now,
    })
    .execute();
  await writeRevision(context, { id, revision: 1, definition });
  return id;
}
