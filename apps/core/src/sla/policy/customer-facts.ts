import type { Kinds, Values } from '../../condition/condition.ts';
import type { Context } from '../../platform/context.ts';

/** What conditions of policies can read of a ticket's customer. */
export const CUSTOMER_KINDS = {
  'customer.kind': 'choice',
  'customer.level': 'choice',
  'customer.source': 'choice',
  'customer.region': 'text',
} as const satisfies Kinds;

/** What is known of a ticket's customer now; nothing where it has none. */
export async function loadCustomerFacts(context: Context, customerId: string | null): Promise<Values> {
  if (!customerId) return {};
  const row = await context.db
    .selectFrom('customer')
    .select(['kind', 'level', 'source', 'region'])
    .where('id', '=', customerId)
    .executeTakeFirst();
  if (!row) return {};
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [`customer.${name}`, value]));
}
