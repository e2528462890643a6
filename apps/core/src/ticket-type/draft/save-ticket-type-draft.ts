import type { z } from 'zod';
import { requirePermission } from '../../identity/actor.ts';
import type { Context } from '../../platform/context.ts';
import { ConflictError, ValidationError } from '../../platform/errors.ts';
import { recordEvent } from '../../platform/event/event.ts';
import { parseInput } from '../../platform/parse-input.ts';
import { inTransaction } from '../../platform/transaction.ts';
import { upgradeDefinition } from '../upgrade-definition.ts';
import { lockDraft, writeRevision, type StoredDraft } from './load-draft.ts';
import { isSame, mergeDefinitions } from './merge-definitions.ts';
import { keptRevisions, saveTicketTypeDraftInput } from './ticket-type-draft-input.ts';

/**
 * Keeps what an admin designed. What somebody else saved since `baseRevision` is brought together with it; what both
 * changed in unlike ways is for a person to choose: ConflictError `draft_clash` carries the present revision, its
 * definition, the merge with the caller's choices, and each clash. Returns the draft's id.
 * Throws NotFoundError, ValidationError where the key of the type was changed.
 */
export async function saveTicketTypeDraft(
  context: Context,
  input: z.input<typeof saveTicketTypeDraftInput>,
): Promise<string> {
  requirePermission(context.actor, 'ticket_type.manage');
  const { draftId, baseRevision, definition } = parseInput(saveTicketTypeDraftInput, input);
  return inTransaction(context, async (context) => {
    const draft = await lockDraft(context, draftId);
    const merged = await bringTogether(context, draft, baseRevision, definition);
    if (draft.definition['key'] !== (merged as { key?: unknown }).key) throw keyFixed();
    if (isSame(merged, draft.definition)) return draft.id;
    const revision = draft.revision + 1;
    await context.db
      .updateTable('ticketTypeDraft')
      .set({
        definition: JSON.stringify(merged),
        revision,
        updatedById: context.actor.agentId,
        updatedAt: context.now(),
      })
      .where('id', '=', draft.id)
      .execute();
    await writeRevision(context, { id: draft.id, revision, definition: merged });
    await context.db
      .deleteFrom('ticketTypeDraftRevision')
      .where('draftId', '=', draft.id)
      .where('revision', '<=', revision - keptRevisions)
      .execute();
    await recordEvent(context, {
      kind: 'ticket_type.draft_saved',
      subjectType: 'ticket_type_draft',
      subjectId: draft.id,
    });
    return draft.id;
  });
}

async function bringTogether(
  context: Context,
  draft: StoredDraft,
  baseRevision: number,
  mine: unknown,
): Promise<unknown> {
  if (baseRevision === draft.revision) return mine;
  const base = await context.db
    .selectFrom('ticketTypeDraftRevision')
    .select('definition')
    .where('draftId', '=', draft.id)
    .where('revision', '=', baseRevision)
    .executeTakeFirst();
  if (!base) throw ConflictError.stale(draft.revision);
  const { merged, clashes } = mergeDefinitions(upgradeDefinition(base.definition), draft.definition, mine);
  if (clashes.length === 0) return merged;
  throw new ConflictError(
    'draft_clash',
    {
      en: 'Somebody else changed the same parts of this draft. Choose for each which stays.',
      zh: '他人修改了草稿的相同部分，请逐项选择保留哪一个。',
    },
    { revision: draft.revision, definition: draft.definition, merged, clashes },
  );
}

const keyFixed = () =>
  ValidationError.at(['definition', 'key'], 'key_fixed', {
    en: 'The key of a ticket type stays the same. Copy the type to have another key.',
    zh: '工单类型的标识不能修改，如需其他标识请复制该类型。',
  });
