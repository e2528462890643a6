import type { z } from 'zod';
import { requireAgent } from '../../identity/actor.ts';
import type { Context } from '../../platform/context.ts';
import { ConflictError, ValidationError } from '../../platform/errors.ts';
import { newId } from '../../platform/id.ts';
import { insertRows } from '../../platform/insert-rows.sql.ts';
import { parseInput } from '../../platform/parse-input.ts';
import { inTransaction } from '../../platform/transaction.ts';
import { lockTickets } from '../lock-ticket.ts';
import { linkTicketsInput } from './link-input.ts';
import { toStored } from './link-relations.ts';
import { requireMayLink } from './require-link.ts';
import { tellBoth } from './tell-both.ts';

const most = 100;

/**
 * Links two tickets that the caller may see, as the link permission of both types allows. Returns the ticket's id. Throws
 * ConflictError if they are linked so already or the other way round, or have too many links.
 */
export async function linkTickets(context: Context, input: z.input<typeof linkTicketsInput>): Promise<string> {
  const { ticketId, relation, otherTicketId } = parseInput(linkTicketsInput, input);
  const createdById = requireAgent(context.actor);
  if (ticketId === otherTicketId) {
    throw ValidationError.at('otherTicketId', 'same_ticket', {
      en: 'A ticket cannot be linked with itself. Choose another.',
      zh: '工单不能与自身关联，请另选。',
    });
  }
  return inTransaction(context, async (context) => {
    const tickets = await lockTickets(context, [ticketId, otherTicketId]);
    await requireMayLink(context, tickets);
    const link = toStored(ticketId, relation, otherTicketId);
    const known = await context.db
      .selectFrom('ticketLink')
      .select(['ticketId', 'otherId', 'kind'])
      .where((eb) =>
        eb.or([eb('ticketId', 'in', [ticketId, otherTicketId]), eb('otherId', 'in', [ticketId, otherTicketId])]),
      )
      .execute();
    const isBetween = (one: (typeof known)[number]) =>
      one.kind === link.kind && [one.ticketId, one.otherId].every((id) => id === ticketId || id === otherTicketId);
    const same = known.find(isBetween);
    if (same) {
      throw new ConflictError(
        same.ticketId === link.ticketId ? 'already_linked' : 'linked_the_other_way',
        same.ticketId === link.ticketId
          ? { en: 'These tickets are linked so already.', zh: '这两张工单已如此关联。' }
          : {
              en: 'These tickets are linked the other way round. Remove that link first.',
              zh: '这两张工单已反向关联，请先解除。',
            },
      );
    }
    for (const id of [ticketId, otherTicketId]) {
      if (known.filter((one) => one.ticketId === id || one.otherId === id).length >= most) {
        throw new ConflictError('too_many_links', {
          en: `A ticket has at most ${most} links. Remove one first.`,
          zh: `每张工单最多关联 ${most} 张工单，请先解除部分关联。`,
        });
      }
    }
    await insertRows(context, 'ticketLink', [{ id: newId(), ...link, createdAt: context.now(), createdById }]);
    const [one, other] = tickets;
    if (one && other) await tellBoth(context, 'linked', one.ticket, relation, other.ticket);
    return ticketId;
  });
}
