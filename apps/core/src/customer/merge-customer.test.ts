import { createTestDatabase, type TestDatabase } from '@handoff/prisma/testing/create-test-database';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { toGlobalId } from '../graphql/global-id.ts';
import { createServiceDesk, type ServiceDesk } from '../ticket/testing/service-desk.ts';
import { createCustomer } from './create-customer.ts';
import { updateCustomer } from './update-customer.ts';

const rights = { 'customer.read': 'all', 'customer.write': 'all' } as const;
const seeing = { ...rights, 'customer.reveal': 'all' } as const;
const facts = { name: 'Wang Fang', address: 'Wensan 90', remark: 'Rings at noon' };

let test: TestDatabase;
let desk: ServiceDesk;
let mine: Awaited<ReturnType<ServiceDesk['hire']>>;
let other: Awaited<ReturnType<ServiceDesk['hire']>>;
let customerId: string;
beforeAll(async () => {
  test = await createTestDatabase();
  desk = await createServiceDesk(test.database);
  mine = await desk.hire(rights);
  other = await desk.hire(seeing);
});
afterAll(() => test.drop());
beforeEach(async () => {
  customerId = await createCustomer(other, { ...facts, phones: [{ number: '13805715678' }] });
});

const row = () =>
  test.database.selectFrom('customer').selectAll().where('id', '=', customerId).executeTakeFirstOrThrow();
const asRead = () => ({ customerId, expectedVersion: 1 });

it('merges changes of different facts, and says so in the history', async () => {
  await updateCustomer(other, { ...asRead(), address: 'Wensan 478' });
  const { remark } = facts;
  await updateCustomer(mine, { ...asRead(), remark: 'Rings in the evening', before: { remark } });
  expect(await row()).toMatchObject({ address: 'Wensan 478', remark: 'Rings in the evening', version: 3 });
  const kinds = test.database.selectFrom('customerChange').select('kind').where('customerId', '=', customerId);
  expect((await kinds.orderBy('id').execute()).map(({ kind }) => kind)).toEqual(['created', 'updated', 'merged']);
});

it('shows both sides of what both changed, with who did it, and writes nothing', async () => {
  const agentId = other.actor.agentId;
  await updateCustomer(other, { ...asRead(), address: 'Wensan 478', ownerId: agentId });
  const change = { address: 'Wensan 12', remark: 'x', ownerId: mine.actor.agentId };
  const before = { address: facts.address, remark: facts.remark, ownerId: null };
  const { name: by } = await test.database
    .selectFrom('agent')
    .select('name')
    .where('id', '=', agentId)
    .executeTakeFirstOrThrow();
  await expect(updateCustomer(other, { ...asRead(), ...change, before })).rejects.toMatchObject({
    code: 'same_fields',
    current: {
      version: 2,
      fields: [
        { field: 'address', before: 'Wensan 90', theirs: 'Wensan 478', by },
        { field: 'ownerId', before: null, theirs: toGlobalId('Agent', agentId), by },
      ],
    },
  });
  expect(await row()).toMatchObject({ remark: facts.remark, version: 2 });
});

it('knows covered and differently written numbers for the same', async () => {
  await updateCustomer(other, { ...asRead(), remark: 'x' });
  const covered = [{ number: '138 **** 5678' }];
  await updateCustomer(mine, {
    ...asRead(),
    phones: [...covered, { number: '13905715678' }],
    before: { phones: covered },
  });
  const read = [{ number: '138 0571 5678' }, { label: '', number: '+86 139 0571 5678' }];
  await updateCustomer(other, { ...asRead(), phones: [{ number: '13705715678' }], before: { phones: read } });
  const phones = test.database.selectFrom('customerPhone').select('e164').where('customerId', '=', customerId);
  expect(await phones.execute()).toEqual([{ e164: '+8613705715678' }]);
});

it('is refused as stale without what was read', async () => {
  await updateCustomer(other, { ...asRead(), remark: 'x' });
  await expect(updateCustomer(mine, { ...asRead(), address: 'y' })).rejects.toMatchObject({ code: 'stale_version' });
  const before = { remark: facts.remark };
  await expect(updateCustomer(mine, { ...asRead(), address: 'y', before })).rejects.toMatchObject({
    code: 'stale_version',
  });
});
