import type { Context } from '../platform/context.ts';
import { searchTokens } from '../platform/search-tokens.ts';

/** Writes what a ticket is found by, in the transaction of the change. */
export async function indexTicket(context: Context, ticketId: string): Promise<void> {
  const ticket = await context.db
    .selectFrom('ticket')
    .leftJoin('customer', 'customer.id', 'ticket.customerId')
    .select(['ticket.number', 'ticket.title', 'customer.name', 'customer.namePinyin'])
    .where('ticket.id', '=', ticketId)
    .executeTakeFirstOrThrow();
  const tokens = searchTokens([
    ticket.number,
    ticket.number.split('-').at(-1),
    ticket.title,
    ticket.name,
    ticket.namePinyin,
  ]);
  await context.db
    .insertInto('searchDocument')
    .values({ subjectType: 'ticket', subjectId: ticketId, tokens })
    .onDuplicateKeyUpdate({ tokens })
    .execute();
}
