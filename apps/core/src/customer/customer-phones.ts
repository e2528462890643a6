import type { Context } from '../platform/context.ts';
import { ValidationError } from '../platform/errors.ts';
import { newId } from '../platform/id.ts';
import { isDuplicateKey } from '../platform/transaction.ts';
import { searchTokens } from '../platform/text/search-tokens.ts';
import { isMasked, maskPhone } from '../platform/text/mask.ts';
import { readPhone } from './phone-number.ts';

type StoredPhone = Parameters<typeof maskPhone>[0];

/** A covered number stands for the stored one that is shown so: that at its own place first. */
function uncovered(number: string, position: number, stored: readonly StoredPhone[]): string {
  if (!isMasked(number)) return number;
  const same = (phone: StoredPhone | undefined) => phone !== undefined && maskPhone(phone) === number;
  const phone = same(stored[position]) ? stored[position] : stored.find(same);
  if (phone) return phone.typed;
  throw new ValidationError([
    {
      path: ['phones', String(position), 'number'],
      code: 'masked_value',
      message: {
        en: 'This number is covered. Type it in full, or leave it as it was.',
        zh: '该号码已脱敏，请填写完整号码，或保持原样。',
      },
    },
  ]);
}

/**
 * Replaces the numbers of a customer by these, in this order; covered ones stay what they are.
 * Throws ValidationError for a covered number that the customer does not have.
 */
export async function writePhones(
  context: Context,
  customerId: string,
  phones: { label?: string | null; number: string }[],
): Promise<void> {
  const stored = await context.db
    .selectFrom('customerPhone')
    .select(['typed', 'e164'])
    .where('customerId', '=', customerId)
    .orderBy('position')
    .execute();
  const numbers = phones.map(({ number }, position) => uncovered(number, position, stored));
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
        ...readPhone(numbers[position] ?? phone.number),
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
