import { z } from 'zod';
import { requireAgent } from '../../identity/actor.ts';
import type { Context } from '../../platform/context.ts';
import { NotFoundError } from '../../platform/errors.ts';
import { idOf } from '../../platform/id.ts';
import { parseInput } from '../../platform/parse-input.ts';
import { inTransaction } from '../../platform/transaction.ts';

export const discardTicketDraftInput = z.object({ draftId: idOf('Ticket').meta({ node: 'Ticket' }) });

/** Removes a draft inside the caller's transaction. Throws NotFoundError unless it is the caller's own. */
export async function removeTicketDraft(context: Context, draftId: string): Promise<void> {
  const removed = await context.db
    .deleteFrom('ticket')
    .where('id', '=', draftId)
    .where('status', '=', 'draft')
    .where('creatorId', '=', requireAgent(context.actor))
    .executeTakeFirst();
  if (removed.numDeletedRows === 0n) throw new NotFoundError('draft');
  await context.db.deleteFrom('ticketParticipant').where('ticketId', '=', draftId).execute();
}

/** Throws away a ticket that the caller began and did not send. Returns its id. */
export async function discardTicketDraft(
  context: Context,
  input: z.input<typeof discardTicketDraftInput>,
): Promise<string> {
  requireAgent(context.actor);
  const { draftId } = parseInput(discardTicketDraftInput, input);
  return inTransaction(context, async (context) => {
    await removeTicketDraft(context, draftId);
    return draftId;
  });
}
