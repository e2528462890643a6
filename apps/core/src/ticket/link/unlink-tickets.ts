import type { z } from 'zod';
import { requireAgent } from '../../identity/actor.ts';
import type { Context } from '../../platform/context.ts';
import { ConflictError, NotFoundError } from '../../platform/errors.ts';
import { parseInput } from '../../platform/parse-input.ts';
import { inTransaction } from '../../platform/transaction.ts';
import { lockTickets } from '../lock-ticket.ts';
import { unlinkTicketsInput } from './link-input.ts';
import { relationOf, type StoredLink } from './link-relations.ts';
import { requireMayLink } from './require-link.ts';
import { tellBoth } from './tell-both.ts';

/** Takes a link away, as the link permission of both types allows. Returns the ticket's id. */
export async function unlinkTickets(context: Context, input: z.input<typeof unlinkTicketsInput>): Promise<string> {
  const { ticketId, ticketLinkId } = parseInput(unlinkTicketsInput, input);
  requireAgent(context.actor);
  return inTransaction(context, async (context) => {
    const seen = await context.db
      .selectFrom('ticketLink')
      .select(['ticketId', 'otherId', 'kind'])
      .where('id', '=', ticketLinkId)
      .where((eb) => eb.or([eb('ticketId', '=', ticketId), eb('otherId', '=', ticketId)]))
      .executeTakeFirst();
    if (!seen) throw new NotFoundError('link');
    const link = seen as StoredLink;
    const otherId = link.ticketId === ticketId ? link.otherId : link.ticketId;
    const tickets = await lockTickets(context, [ticketId, otherId]);
    await requireMayLink(context, tickets);
    if (link.kind === 'split_from') {
      throw new ConflictError('link_stays', {
        en: 'This link says which ticket was split from which. It stays.',
        zh: '该关联表示拆分来源，不能解除。',
      });
    }
    const { numDeletedRows } = await context.db
      .deleteFrom('ticketLink')
      .where('id', '=', ticketLinkId)
      .executeTakeFirstOrThrow();
    const [one, other] = tickets;
    if (numDeletedRows > 0 && one && other) {
      await tellBoth(context, 'unlinked', one.ticket, relationOf(link, ticketId), other.ticket);
    }
    return ticketId;
  });
}
