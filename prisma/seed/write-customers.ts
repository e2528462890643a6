import { namePinyin } from '@handoff/core/customer/name-pinyin';
import { readPhone } from '@handoff/core/customer/phone-number';
import type { Context } from '@handoff/core/platform/context';
import { newId } from '@handoff/core/platform/id';
import { searchTokens } from '@handoff/core/platform/text/search-tokens';
import { inventCustomer } from './names.ts';
import type { Random } from './random.ts';

/** A customer that tickets and calls can be made for. */
export interface SeededCustomer {
  id: string;
  ownerId: string | null;
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
      const ownerId = random.chance(1 / 6) ? random.pick(ownerIds) : null;
      return { id: newId(), ownerId, createdAt, invented: inventCustomer(random) };
    });
    await context.db
      .insertInto('customer')
      .values(
        batch.map(({ id, ownerId, createdAt, invented }) => ({
          id,
          name: invented.name,
          namePinyin: namePinyin(invented.name),
          company: invented.company,
          kind: invented.kind,
          level: invented.level,
          type: invented.type,
          source: invented.source,
          email: invented.email,
          region: invented.region,
          address: invented.address,
          ownerId,
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
      ...batch.map(({ id, ownerId, invented }) => ({
        id,
        ownerId,
        name: invented.name,
        phone: invented.phones[0] ?? '',
        region: invented.region,
        address: invented.address,
      })),
    );
  }
  return customers;
}
