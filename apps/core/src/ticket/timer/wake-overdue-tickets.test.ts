import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '@handoff/prisma/testing/create-test-database';
import { newId } from '../../platform/id.ts';
import { testContext } from '../../platform/testing/test-context.ts';
import { wakeOverdueTickets } from './wake-overdue-tickets.ts';

const now = new Date('2026-03-18T06:30:00Z');

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.drop());

it('wakes each ticket once whose timers are overdue', async () => {
  const [late, soon, fired] = [newId(), newId(), newId()];
  const timer = (ticketId: string, key: string, seconds: number, settledAt: Date | null = null) => ({
    id: newId(),
    ticketId,
    key,
    kind: 'sla',
    fireAt: new Date(now.getTime() + seconds * 1_000),
    payload: '{}',
    settledAt,
  });
  await test.database
    .insertInto('ticketTimer')
    .values([
      timer(late, 'one', -120),
      timer(late, 'two', -90),
      timer(soon, 'one', -5),
      timer(soon, 'two', 60),
      timer(fired, 'one', -120, now),
    ])
    .execute();
  const context = { ...testContext(test.database), now: () => now };
  expect(await wakeOverdueTickets(context)).toBe(1);
  expect(await wakeOverdueTickets(context)).toBe(0);
  const rows = await test.database.selectFrom('outbox').select(['kind', 'key', 'isPending']).execute();
  expect(rows).toEqual([{ kind: 'ticket', key: late, isPending: true }]);
});
