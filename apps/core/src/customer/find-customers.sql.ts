import { sql, type RawBuilder } from 'kysely';
import type { Context } from '../platform/context.ts';
import { searchExpression } from '../platform/text/search-tokens.ts';
import { customersRevealed } from './customer-access.ts';
import { endingWith, readPhone } from './phone-number.ts';

const hasPhone = (condition: RawBuilder<boolean>): RawBuilder<boolean> =>
  sql`customer.id IN (SELECT customer_phone.customer_id FROM customer_phone WHERE ${condition})`;

/** How many of a covered number's last digits are shown. */
const shownDigits = 4;

/** Numbers that end so. More than the digits that are shown tell of a number only to those who may see it in full. */
async function endsWith(ending: string, context: Context): Promise<RawBuilder<boolean>> {
  const matches = sql`customer_phone.digits LIKE ${`${ending}%`}`;
  return ending.length > shownDigits ? sql`(${matches} AND ${await customersRevealed(context)})` : sql`${matches}`;
}

/** Customers with exactly this number, or whose number ends with these digits (four at least). */
export async function phoneCondition(typed: string, context: Context): Promise<RawBuilder<boolean>> {
  const { e164 } = readPhone(typed);
  const ending = endingWith(typed);
  if (e164) return hasPhone(sql`customer_phone.e164 = ${e164}`);
  return ending ? hasPhone(await endsWith(ending, context)) : sql`FALSE`;
}

/** What the search box means: a number in any writing, or a name, company or address, also by pinyin. */
export async function searchCondition(text: string, context: Context): Promise<RawBuilder<boolean>> {
  const isNumber = /^[\d\s+()-]{4,}$/.test(text.normalize('NFKC').trim());
  if (isNumber) {
    const ending = endingWith(text);
    const { e164 } = readPhone(text);
    return hasPhone(sql`customer_phone.e164 = ${e164} OR ${ending ? await endsWith(ending, context) : sql`FALSE`}`);
  }
  const expression = searchExpression(text);
  if (!expression) return sql`FALSE`;
  return sql`customer.id IN (SELECT search_document.subject_id FROM search_document
    WHERE search_document.subject_type = 'customer' AND MATCH(search_document.tokens) AGAINST (${expression} IN BOOLEAN MODE))`;
}

/** The customer who calls from this number, the last one in contact if several have it; null for a stranger. */
export async function findCustomerByPhone(
  context: Context,
  typed: string,
): Promise<{ id: string; name: string } | null> {
  const { e164, digits } = readPhone(typed);
  const row = await context.db
    .selectFrom('customerPhone')
    .innerJoin('customer', 'customer.id', 'customerPhone.customerId')
    .select(['customer.id', 'customer.name'])
    .where((eb) => (e164 ? eb('customerPhone.e164', '=', e164) : eb('customerPhone.digits', '=', digits)))
    .orderBy('customer.lastContactAt', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}
