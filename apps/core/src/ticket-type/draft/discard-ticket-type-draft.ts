import type { z } from 'zod';
import { requirePermission } from '../../identity/actor.ts';
import { recordAudit } from '../../platform/audit.ts';
import type { Context } from '../../platform/context.ts';
import { parseInput } from '../../platform/parse-input.ts';
import { inTransaction } from '../../platform/transaction.ts';
import { lockDraft } from './load-draft.ts';
import { discardTicketTypeDraftInput } from './ticket-type-draft-input.ts';

/** Removes a draft with its revisions; what is published stays. Throws NotFoundError. */
export async function discardTicketTypeDraft(
  context: Context,
  input: z.input<typeof discardTicketTypeDraftInput>,
): Promise<string> {
  requirePermission(context.actor, 'ticket_type.manage');
  const { draftId } = parseInput(discardTicketTypeDraftInput, input);
  return inTransaction(context, async (context) => {
    const draft = await lockDraft(context, draftId);
    await removeDraft(context, draft.id);
    await recordAudit(context, {
      action: 'ticket_type.draft_discarded',
      subjectType: 'ticket_type',
      subjectId: draft.typeId ?? draft.id,
      changes: { key: draft.definition['key'] },
    });
    return draft.id;
  });
}

/** Removes a draft that has become a version, or is not wanted. */
export async function removeDraft(context: Context, draftId: string): Promise<void> {
  await context.db.deleteFrom('ticketTypeDraftRevision').where('draftId', '=', draftId).execute();
  await context.db.deleteFrom('ticketTypeDraft').where('id', '=', draftId).execute();
}
