import { requireAgent, requirePermission } from '../identity/actor.ts';
import type { Context } from '../platform/context.ts';
import { NotFoundError } from '../platform/errors.ts';
import { newId } from '../platform/id.ts';
import { parseInput } from '../platform/parse-input.ts';
import { inTransaction } from '../platform/transaction.ts';
import { newTicketRow, requireVisibleLinks, versionForCreation } from './create-ticket.ts';
import { saveTicketDraftInput, type SaveTicketDraftInput } from './ticket-input.ts';
import { writeParticipants } from './step/write-steps.ts';

/** Keeps an unfinished ticket, which only its author sees and which starts nothing. Returns its id. */
export async function saveTicketDraft(context: Context, input: SaveTicketDraftInput): Promise<string> {
  requirePermission(context.actor, 'ticket.create');
  const { draftId, ...facts } = parseInput(saveTicketDraftInput, input);
  const version = await versionForCreation(context, facts.typeId);
  await requireVisibleLinks(context, facts);
  return inTransaction(context, async (context) => {
    const id = draftId ?? newId();
    const {
      id: _id,
      number: _number,
      createdAt: _createdAt,
      ...changed
    } = newTicketRow(context, facts, version, id, '');
    if (!draftId) {
      const row = newTicketRow(context, facts, version, id, id);
      await context.db.insertInto('ticket').values(row).execute();
      await writeParticipants(context, id, [{ agentId: requireAgent(context.actor), role: 'creator' }]);
      return id;
    }
    const result = await context.db
      .updateTable('ticket')
      .set(changed)
      .where('id', '=', draftId)
      .where('status', '=', 'draft')
      .where('creatorId', '=', requireAgent(context.actor))
      .executeTakeFirst();
    if (result.numUpdatedRows === 0n) throw new NotFoundError('draft');
    return id;
  });
}
