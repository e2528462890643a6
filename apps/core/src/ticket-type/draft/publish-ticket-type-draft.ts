import type { z } from 'zod';
import { requirePermission } from '../../identity/actor.ts';
import type { Context } from '../../platform/context.ts';
import { ConflictError, ValidationError } from '../../platform/errors.ts';
import { parseInput } from '../../platform/parse-input.ts';
import { inTransaction } from '../../platform/transaction.ts';
import { readDraftDefinition } from '../../simulation/ground-simulation.ts';
import { failingTests } from '../../simulation/ticket-type-test.ts';
import { checkDefinition } from '../check-definition.ts';
import { loadVersion } from '../load-version.ts';
import { publishTicketType } from '../publish-ticket-type.ts';
import { ticketTypeDefinition } from '../ticket-type-definition.ts';
import { removeDraft } from './discard-ticket-type-draft.ts';
import { lockDraft, type StoredDraft } from './load-draft.ts';
import { mergeDefinitions } from './merge-definitions.ts';
import { publishTicketTypeDraftInput } from './ticket-type-draft-input.ts';

/**
 * Makes a reviewed draft the next version of its type, and removes the draft. Returns the type's id. Throws
 * NotFoundError, ConflictError if it was changed since the review, ValidationError that names every fault, or the tests
 * that fail unless they are accepted.
 */
export async function publishTicketTypeDraft(
  context: Context,
  input: z.input<typeof publishTicketTypeDraftInput>,
): Promise<string> {
  requirePermission(context.actor, 'ticket_type.manage');
  const { draftId, expectedRevision, acceptsFailingTests } = parseInput(publishTicketTypeDraftInput, input);
  // Before anything is locked: many tests take a while, and the revision says that nothing changed meanwhile.
  if (!acceptsFailingTests) await requirePassingTests(context, await readDraftDefinition(context, draftId));
  return inTransaction(context, async (context) => {
    const draft = await lockDraft(context, draftId);
    if (draft.revision !== expectedRevision) throw ConflictError.stale(draft.revision);
    const definition = await withPublished(context, draft);
    const typeId = await publishTicketType(context, { definition });
    await removeDraft(context, draft.id);
    return typeId;
  });
}

/** Names the tests that a sound definition fails. What is wrong with another is said when it is published. */
async function requirePassingTests(context: Context, definition: unknown): Promise<void> {
  if (checkDefinition(definition).length > 0) return;
  const failing = await failingTests(context, ticketTypeDefinition.parse(definition));
  if (failing.length === 0) return;
  throw ValidationError.at('acceptsFailingTests', 'tests_fail', {
    en: `Tests fail: ${failing.map((name) => `“${name}”`).join(', ')}. Mend the draft, take the new way as expected, or publish all the same.`,
    zh: `测试未通过：${failing.map((name) => `“${name}”`).join('、')}。请修改草稿、接受新结果，或仍然发布。`,
  });
}

/** The draft with what was published (by an import) since it was begun. Throws ConflictError where both changed a part. */
async function withPublished(context: Context, draft: StoredDraft): Promise<unknown> {
  if (!draft.typeId || !draft.basedOnVersionId) return draft.definition;
  const type = await context.db
    .selectFrom('ticketType')
    .select('currentVersionId')
    .where('id', '=', draft.typeId)
    .executeTakeFirst();
  if (!type?.currentVersionId || type.currentVersionId === draft.basedOnVersionId) return draft.definition;
  const [before, published] = await Promise.all([
    loadVersion(context, draft.basedOnVersionId),
    loadVersion(context, type.currentVersionId),
  ]);
  const { merged, clashes } = mergeDefinitions(before.definition, published.definition, draft.definition);
  if (clashes.length === 0) return merged;
  throw new ConflictError(
    'published_clash',
    {
      en: `Version ${published.number} was published meanwhile and changed the same parts. Discard this draft or make these parts alike.`,
      zh: `期间已发布版本 ${published.number}，并修改了相同部分。请丢弃该草稿，或使这些部分一致。`,
    },
    { definition: published.definition, clashes },
  );
}
