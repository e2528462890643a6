import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '@handoff/prisma/testing/create-test-database';
import { newId } from '../platform/id.ts';
import { testContext } from '../platform/testing/test-context.ts';
import { deliverNotification, deliverNotifications } from './deliver-notification.ts';

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.drop());

const agents = [newId(), newId(), newId()];
const about = (agentIds: string[]) => ({
  causeId: 'cause',
  kind: 'ticket.offered',
  agentIds,
  subjectType: 'ticket',
  subjectId: newId(),
  isActionable: true,
  params: { title: '空调不制冷' },
});

it('is made and told once a person, however often and beside whom it is tried', async () => {
  const context = testContext(test.database);
  const [first = '', second = '', third = ''] = agents;
  await Promise.all([
    deliverNotification(context, about([first, second])),
    deliverNotification(context, about([first, second])),
    deliverNotification(context, about([second, third])),
  ]);
  await deliverNotification(context, about(agents));
  const rows = await test.database.selectFrom('notification').select(['id', 'agentId', 'params']).execute();
  expect(rows.map(({ agentId }) => agentId).toSorted()).toEqual(agents.toSorted());
  expect(rows[0]?.params).toEqual({ title: '空调不制冷' });
  const told = await test.database
    .selectFrom('event')
    .select('subjectId')
    .where('kind', '=', 'notification.created')
    .execute();
  expect(told.map(({ subjectId }) => subjectId).toSorted()).toEqual(rows.map(({ id }) => id).toSorted());
});

it('is told once where a batch holds it twice, beside others', async () => {
  const context = testContext(test.database);
  const [agent = ''] = agents;
  const batch = [about([agent]), about([agent]), { ...about(agents), causeId: 'other' }];
  await deliverNotifications(
    context,
    batch.map((notification) => ({ ...notification, causeId: `${notification.causeId} in batch` })),
  );
  const made = test.database.selectFrom('notification').select('id').where('causeId', 'like', '% in batch');
  expect(await made.execute()).toHaveLength(1 + agents.length);
  const told = test.database.selectFrom('event').select('id').where('subjectId', 'in', made);
  expect(await told.execute()).toHaveLength(1 + agents.length);
});

it('is nothing where it is for nobody', async () => {
  await deliverNotification(testContext(test.database), { ...about([]), causeId: 'nobody' });
  expect(await test.database.selectFrom('notification').select('id').where('causeId', '=', 'nobody').execute()).toEqual(
    [],
  );
});
