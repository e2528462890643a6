import type { z } from 'zod';
import { requireAgent } from '../../identity/actor.ts';
import type { Context } from '../../platform/context.ts';
import { NotFoundError, NotPermittedError } from '../../platform/errors.ts';
import { parseInput } from '../../platform/parse-input.ts';
import { inTransaction } from '../../platform/transaction.ts';
import { lockTickets } from '../lock-ticket.ts';
import { mayManage } from '../ticket-access.ts';
import { undoSplitInput } from './merge-input.ts';
import { mergeLocked } from './merge-tickets.ts';
import { requireInTime } from './undo-merge.ts';

/** Which ticket another one was split from, by whom and when; undefined if it was not. */
export const splitOf = (context: Context, ticketId: string) =>
  context.db
    .selectFrom('ticketLink')
    .select(['otherId as fromId', 'createdAt', 'createdById'])
    .where('ticketId', '=', ticketId)
    .where('kind', '=', 'split_from')
    .executeTakeFirst();

/**
 * Takes a split back: the new ticket ends in the one that it came of, and what was written on it since is shown there. For
 * who split it, and who manages the new ticket. Returns the id of the ticket that goes on.
 */
export async function undoSplit(context: Context, input: z.input<typeof undoSplitInput>): Promise<string> {
  const { ticketId } = parseInput(undoSplitInput, input);
  const agentId = requireAgent(context.actor);
  return inTransaction(context, async (context) => {
    const split = await splitOf(context, ticketId);
    const [locked, origin] = await lockTickets(context, [ticketId, ...(split ? [split.fromId] : [])]);
    if (!split || !locked || !origin) throw new NotFoundError('split');
    if (split.createdById !== agentId && !(await mayManage(context, ticketId))) {
      throw new NotPermittedError('ticket.manage');
    }
    requireInTime(split.createdAt, context.now());
    await mergeLocked(context, locked, origin, { ended: 'split_taken_back', grown: 'took_split_back' });
    return split.fromId;
  });
}
