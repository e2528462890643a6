import { sql } from 'kysely';
import type { Context } from '../platform/context.ts';
import { inTransaction } from '../platform/transaction.ts';
import { answerPath } from './field-uses.ts';

/** Removes a field's values from some customers that hold one, from searches and from their histories. Returns how many. */
export async function purgeCustomers(context: Context, key: string, atOnce: number): Promise<number> {
  const customers = await context.db
    .selectFrom('customer')
    .select('id')
    .where(sql<boolean>`JSON_CONTAINS_PATH(answers, 'one', ${answerPath(key)})`)
    .orderBy('id')
    .limit(atOnce)
    .execute();
  for (const { id } of customers) await purgeCustomer(context, id, key);
  return customers.length;
}

async function purgeCustomer(context: Context, customerId: string, key: string): Promise<void> {
  await inTransaction(context, async (context) => {
    await context.db
      .updateTable('customer')
      .set({ answers: sql`JSON_REMOVE(answers, ${answerPath(key)})`, version: sql`version + 1` })
      .where('id', '=', customerId)
      .execute();
    await context.db.deleteFrom('fieldValue').where('ownerId', '=', customerId).where('field', '=', key).execute();
    const name = `answers.${key}`;
    const lines = await context.db
      .selectFrom('customerChange')
      .select(['id', 'changes'])
      .where('customerId', '=', customerId)
      .where('changes', 'like', `%"${name}"%`)
      .execute();
    for (const { id, changes } of lines) {
      const rest = (changes as { field: string }[]).filter(({ field }) => field !== name);
      await context.db
        .updateTable('customerChange')
        .set({ changes: JSON.stringify(rest) })
        .where('id', '=', id)
        .execute();
    }
  });
}
