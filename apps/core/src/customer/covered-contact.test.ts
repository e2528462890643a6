import { createTestDatabase, type TestDatabase } from '@handoff/prisma/testing/create-test-database';
import { graphql } from 'graphql';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { schema } from '../graphql/schema.ts';
import { toGlobalId } from '../graphql/global-id.ts';
import type { Context } from '../platform/context.ts';
import { createServiceDesk, type ServiceDesk } from '../ticket/testing/service-desk.ts';
import { createCustomer } from './create-customer.ts';
import { updateCustomer } from './update-customer.ts';

const seeing = { 'customer.read': 'all', 'customer.write': 'all' } as const;

let test: TestDatabase;
let desk: ServiceDesk;
let customerId: string;
beforeAll(async () => {
  test = await createTestDatabase();
  desk = await createServiceDesk(test.database);
  customerId = await createCustomer(await desk.hire(seeing), {
    name: 'Wang Fang',
    email: 'fang@example.com',
    phones: [{ number: '13805715678' }, { number: '13905715678' }],
  });
});
afterAll(() => test.drop());

const contact = async () => {
  const { email, version } = await test.database
    .selectFrom('customer')
    .select(['email', 'version'])
    .where('id', '=', customerId)
    .executeTakeFirstOrThrow();
  const phones = await test.database
    .selectFrom('customerPhone')
    .select('e164')
    .where('customerId', '=', customerId)
    .orderBy('position')
    .execute();
  return { email, version, phones: phones.map(({ e164 }) => e164) };
};

it('keeps what is stored when covered values come back, and stores no asterisks', async () => {
  const agent = await desk.hire(seeing);
  const { version } = await contact();
  await updateCustomer(agent, {
    customerId,
    expectedVersion: version,
    email: 'f***@example.com',
    remark: 'Rings at noon',
    phones: [{ number: '139 **** 5678' }, { number: '138 **** 5678' }, { number: '13700137000' }],
  });
  const after = await contact();
  expect(after).toMatchObject({
    email: 'fang@example.com',
    phones: ['+8613905715678', '+8613805715678', '+8613700137000'],
  });
  const change = { customerId, expectedVersion: after.version };
  await expect(updateCustomer(agent, { ...change, email: 'x***@example.com' })).rejects.toMatchObject({
    issues: [{ path: ['email'], code: 'masked_value' }],
  });
  await expect(updateCustomer(agent, { ...change, phones: [{ number: '131 **** 5678' }] })).rejects.toMatchObject({
    issues: [{ path: ['phones', '0', 'number'], code: 'masked_value' }],
  });
  expect(await contact()).toEqual(after);
});

it('covers what was changed, and does not let parts of a number be guessed', async () => {
  const agent = await desk.hire(seeing);
  const { version } = await contact();
  await updateCustomer(agent, { customerId, expectedVersion: version, email: 'wang@example.com' });
  const ask = async (context: Context, source: string) => {
    const { data, errors } = await graphql({ schema, source, contextValue: { ...context, memo: new Map() } });
    expect(errors).toBeUndefined();
    return JSON.stringify(data);
  };
  const id = toGlobalId('Customer', customerId);
  const timeline = `{ node(id: "${id}") { ... on Customer { timeline { edges { node { change { changes } } } } } } }`;
  const find = (typed: string) => `{ customers(filter: { phone: "${typed}" }) { edges { node { id } } } }`;
  const overseer = await desk.hire({ ...seeing, 'customer.reveal': 'all' });
  expect(await ask(agent, timeline)).toContain('"from":"f***@example.com","to":"w***@example.com"');
  expect(await ask(overseer, timeline)).toContain('"from":"fang@example.com","to":"wang@example.com"');
  expect(await ask(agent, find('5678'))).toContain(id);
  expect(await ask(agent, find('13805715678'))).toContain(id);
  expect(await ask(agent, find('15678'))).not.toContain(id);
  expect(await ask(overseer, find('15678'))).toContain(id);
});
