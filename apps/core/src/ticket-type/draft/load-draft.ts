import { upgradeDefinition } from '../upgrade-definition.ts';
import type { Context } from '../../platform/context.ts';
import { NotFoundError } from '../../platform/errors.ts';

/** A draft as it is stored. */
export interface StoredDraft {
  id: string;
  typeId: string | null;
  basedOnVersionId: string | null;
  revision: number;
  definition: Record<string, unknown>;
}

/** Reads a draft and keeps others from changing it until the transaction ends. Throws NotFoundError. */
export async function lockDraft(context: Context, draftId: string): Promise<StoredDraft> {
  const row = await context.db
    .selectFrom('ticketTypeDraft')
    .select(['id', 'typeId', 'basedOnVersionId', 'revision', 'definition'])
    .where('id', '=', draftId)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw new NotFoundError('ticket type draft');
  return { ...row, definition: upgradeDefinition(row.definition) as Record<string, unknown> };
}

/** Writes the next state of a draft and keeps it as a revision. */
export async function writeRevision(
  context: Context,
  draft: { id: string; revision: number; definition: unknown },
): Promise<void> {
  await context.db
    .insertInto('ticketTypeDraftRevision')
    .values({
      draftId: draft.id,
      revision: draft.revision,
      definition: JSON.stringify(draft.definition),
      authorId: context.actor.agentId,
      createdAt: context.now(),
    })
    .execute();
}
