import { namePinyin } from '@handoff/core/customer/name-pinyin';
import { readPhone } from '@handoff/core/customer/phone-number';
import type { Context } from '@handoff/core/platform/context';
import { newId } from '@handoff/core/platform/id';
import { searchTokens } from '@handoff/core/platform/search-tokens';
import { inventCustomer } from './names.ts';
import type { Random } from './random.ts';

/** A customer that tickets and calls can be made for. */
export interface SeededCustomer {
  id: string;
  name: string;
  phone: string;
  region: string;
  address: string;
}

const batchSize = 250;
const dayMs = 24 * 60 * 60 * 1000;

/** Writes customers in batches; one in six belongs to a sales person, the others to nobody. */
export async function writeCustomers(
  context: Context,
  random: Random,
  count: number,
  ownerIds: readonly string[],
): Promise<SeededCustomer[]> {
  const customers: SeededCustomer[] = [];
  const now = context.now();
  for (let written = 0; written < count; written += batchSize) {
    const batch = Array.from({ length: Math.min(batchSize, count - written) }, () => {
      const createdAt = new Date(now.getTime() - random.between(1, 900) * dayMs);
      return { id: newId(), createdAt, invented: inventCustomer(random), isOwned: random.chance(1 / 6) };
    });
    await context.db
      .insertInto('customer')
      .values(
        batch.map(({ id, createdAt, invented, isOwned }) => ({
          id,
          name: invented.name,
          namePinyin: namePinyin(invented.name),
          company: invented.company,
          kind: invented.kind,
          level: invented.level,
          source: invented.source,
          email: invented.email,
          region: invented.region,
          address: invented.address,
          ownerId: isOwned ? random.pick(ownerIds) : null,
          createdAt,
          updatedAt: createdAt,
        })),
      )
      .execute();
    await context.db
      .insertInto('customerPhone')
      .values(
        batch.flatMap(({ id, invented }) =>
          invented.phones.map((phone, position) => ({ id: newId(), customerId: id, position, ...readPhone(phone) })),
        ),
      )
      .execute();
    await context.db
      .insertInto('searchDocument')
      .values(
        batch.map(({ id, invented }) => ({
          subjectType: 'customer',
          subjectId: id,
          tokens: searchTokens([
            invented.name,
            namePinyin(invented.name),
            invented.company,
            invented.region,
            invented.address,
          ]),
        })),
      )
      .execute();
    customers.push(
      ...batch.map(({ id, invented }) => ({
        id,
        name: invented.name,
        phone: invented.phones[0] ?? '',
        region: invented.region,
        address: invented.address,
      })),
    );
  }
  return customers;
}
