import type { Context } from '../platform/context.ts';
import { ValidationError } from '../platform/errors.ts';
import { newId } from '../platform/id.ts';
import { isDuplicateKey } from '../platform/transaction.ts';
import { searchTokens } from '../platform/search-tokens.ts';
import { readPhone } from './phone-number.ts';

/** Replaces the numbers of a customer by these, in this order. */
export async function writePhones(
  context: Context,
  customerId: string,
  phones: { label?: string | null; number: string }[],
): Promise<void> {
  await context.db.deleteFrom('customerPhone').where('customerId', '=', customerId).execute();
  if (phones.length === 0) return;
  await context.db
    .insertInto('customerPhone')
    .values(
      phones.map((phone, position) => ({
        id: newId(),
        customerId,
        label: phone.label ?? null,
        position,
        ...readPhone(phone.number),
      })),
    )
    .execute();
}

/** Replaces the channel identities of a customer. Throws ValidationError if one belongs to another customer. */
export async function writeIdentities(
  context: Context,
  customerId: string,
  identities: { channel: string; externalId: string; label?: string | null }[],
): Promise<void> {
  await context.db.deleteFrom('customerIdentity').where('customerId', '=', customerId).execute();
  if (identities.length === 0) return;
  await context.db
    .insertInto('customerIdentity')
    .values(identities.map((identity) => ({ id: newId(), customerId, label: null, ...identity })))
    .execute()
    .catch((error: unknown) => {
      if (!isDuplicateKey(error)) throw error;
      throw ValidationError.at('identities', 'identity_taken', {
        en: 'One of these channel identities belongs to another customer.',
        zh: '其中一个渠道身份已属于其他客户。',
      });
    });
}

/** Writes what a customer is found by. Runs in the transaction of the change, so that search is never behind. */
export async function indexCustomer(context: Context, customerId: string): Promise<void> {
  const customer = await context.db
    .selectFrom('customer')
    .select(['name', 'namePinyin', 'company', 'region', 'address'])
    .where('id', '=', customerId)
    .executeTakeFirstOrThrow();
  const tokens = searchTokens([
    customer.name,
    customer.namePinyin,
    customer.company,
    customer.region,
    customer.address,
  ]);
  await context.db
    .insertInto('searchDocument')
    .values({ subjectType: 'customer', subjectId: customerId, tokens })
    .onDuplicateKeyUpdate({ tokens })
    .execute();
}
