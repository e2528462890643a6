import type { z } from 'zod';
import type { Context } from '../platform/context.ts';
import { NotFoundError } from '../platform/errors.ts';
import { recordEvent } from '../platform/event/event.ts';
import { parseInput } from '../platform/parse-input.ts';
import { inTransaction } from '../platform/transaction.ts';
import { appendEvent } from '../ticket/append-event.ts';
import { lockTicket } from '../ticket/lock-ticket.ts';
import { changeRecordTags, type TagsChanged } from './change-record-tags.ts';
import { changeTicketTagsInput } from './tag-input.ts';

/** What changed of a ticket's tags; nothing where they were so already. */
export async function changeTicketTags(
  context: Context,
  input: z.input<typeof changeTicketTagsInput>,
): Promise<TagsChanged> {
  const { ticketId, add, remove } = parseInput(changeTicketTagsInput, input);
  return inTransaction(context, async (context) => {
    const { ticket } = await lockTicket(context, ticketId);
    if (ticket.status === 'draft') throw new NotFoundError('ticket');
    const changed = await changeRecordTags(context, { owner: { type: 'ticket', id: ticketId }, add, remove });
    const { changes } = changed;
    if (changes.length === 0) return changed;
    const sequence = ticket.sequence + 1;
    await appendEvent(context, ticketId, sequence, { kind: 'tags_changed', actorId: context.actor.agentId, changes });
    await context.db
      .updateTable('ticket')
      .set({ sequence, updatedAt: context.now() })
      .where('id', '=', ticketId)
      .execute();
    await recordEvent(context, {
      kind: 'ticket.tags_changed',
      subjectType: 'ticket',
      subjectId: ticketId,
      payload: { sequence, status: ticket.status },
    });
    return changed;
  });
}
