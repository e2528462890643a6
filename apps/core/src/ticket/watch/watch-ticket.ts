import type { z } from 'zod';
import { requireAgent } from '../../identity/actor.ts';
import type { Context } from '../../platform/context.ts';
import { NotFoundError } from '../../platform/errors.ts';
import { recordEvent } from '../../platform/event/event.ts';
import { insertRows } from '../../platform/insert-rows.sql.ts';
import { parseInput } from '../../platform/parse-input.ts';
import { inTransaction } from '../../platform/transaction.ts';
import { loadVisibleTickets, type TicketRow } from '../ticket-access.ts';
import { watchTicketInput } from './watch-input.ts';

/** Lets people hear of a ticket from now on; who watches it already stays. */
export async function addWatchers(context: Context, ticketId: string, agentIds: readonly string[]): Promise<void> {
  const since = context.now();
  const rows = [...new Set(agentIds)].map((agentId) => ({ ticketId, agentId, since }));
  await insertRows(context, 'ticketWatcher', rows, 'ignore');
}

/** Lets the caller hear of a ticket that they may see: its notes and how it goes on, as they chose. */
export const watchTicket = (context: Context, input: z.input<typeof watchTicketInput>): Promise<string> =>
  changeWatching(context, input, (context, ticketId, agentId) => addWatchers(context, ticketId, [agentId]));

/** Lets the caller hear no more of a ticket. */
export const unwatchTicket = (context: Context, input: z.input<typeof watchTicketInput>): Promise<string> =>
  changeWatching(context, input, async (context, ticketId, agentId) => {
    await context.db
      .deleteFrom('ticketWatcher')
      .where('ticketId', '=', ticketId)
      .where('agentId', '=', agentId)
      .execute();
  });

async function changeWatching(
  context: Context,
  input: z.input<typeof watchTicketInput>,
  change: (context: Context, ticketId: string, agentId: string) => Promise<void>,
): Promise<string> {
  const { ticketId } = parseInput(watchTicketInput, input);
  const agentId = requireAgent(context.actor);
  return inTransaction(context, async (context) => {
    const [ticket]: (TicketRow | null)[] = await loadVisibleTickets(context, [ticketId]);
    if (!ticket || ticket.status === 'draft') throw new NotFoundError('ticket');
    await change(context, ticketId, agentId);
    await recordEvent(context, {
      kind: 'ticket.watchers_changed',
      subjectType: 'ticket',
      subjectId: ticketId,
      payload: { sequence: ticket.sequence, status: ticket.status },
    });
    return ticketId;
  });
}
