import type { Context } from '../platform/context.ts';
import { insertLater } from '../platform/insert-rows.sql.ts';
import { searchTokens } from '../platform/text/search-tokens.ts';
import type { TicketRow } from './ticket-access.ts';

/** Writes what a new ticket is found by, in the transaction that makes it. */
export async function indexTicket(
  context: Context,
  { id, number, title, customerId }: Pick<TicketRow, 'id' | 'number' | 'title' | 'customerId'>,
): Promise<void> {
  const customer = customerId
    ? await context.db
        .selectFrom('customer')
        .select(['name', 'namePinyin'])
        .where('id', '=', customerId)
        .executeTakeFirst()
    : undefined;
  const tokens = searchTokens([number, number.split('-').at(-1), title, customer?.name, customer?.namePinyin]);
  await insertLater(context, 'searchDocument', [{ subjectType: 'ticket', subjectId: id, tokens }]);
}
