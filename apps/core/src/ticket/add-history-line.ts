import type { Context } from '../platform/context.ts';
import { recordEvent } from '../platform/event/event.ts';
import { appendEvent, type TicketEventInput } from './append-event.ts';
import type { TicketRow } from './ticket-access.ts';

/**
 * Adds a line to a ticket's history that does not move its flow, and tells followers. Returns the line's number, from
 * which the next one counts. Runs in a transaction that holds the ticket's lock.
 */
export async function addHistoryLine(
  context: Context,
  ticket: Pick<TicketRow, 'id' | 'sequence' | 'status'>,
  line: Omit<TicketEventInput, 'input'>,
): Promise<number> {
  const sequence = ticket.sequence + 1;
  await appendEvent(context, ticket.id, sequence, line);
  await context.db
    .updateTable('ticket')
    .set({ sequence, updatedAt: context.now() })
    .where('id', '=', ticket.id)
    .execute();
  await recordEvent(context, {
    kind: `ticket.${line.kind}`,
    subjectType: 'ticket',
    subjectId: ticket.id,
    payload: { sequence, status: ticket.status },
  });
  return sequence;
}
