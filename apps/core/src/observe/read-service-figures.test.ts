import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '@handoff/prisma/testing/create-test-database';
import { newId } from '../platform/id.ts';
import { renderMetrics } from './metrics.ts';
import { readServiceFigures } from './read-service-figures.ts';

let test: TestDatabase;
const now = new Date('2026-03-18T06:30:00Z');
const before = (seconds: number): Date => new Date(now.getTime() - seconds * 1000);

beforeAll(async () => {
  test = await createTestDatabase();
  const row = { kind: 'ticket', key: 'one', payload: '{}' };
  await test.database
    .insertInto('outbox')
    .values([
      { ...row, id: newId(), createdAt: before(90), availableAt: before(30) },
      { ...row, id: newId(), createdAt: before(200), availableAt: before(-60) },
      { ...row, id: newId(), createdAt: before(500), availableAt: before(500), isPending: false },
    ])
    .execute();
  const timer = { ticketId: newId(), kind: 'sla', payload: '{}' };
  await test.database
    .insertInto('ticketTimer')
    .values([
      { ...timer, id: newId(), key: 'late', fireAt: before(12) },
      { ...timer, id: newId(), key: 'later', fireAt: before(3) },
      { ...timer, id: newId(), key: 'to come', fireAt: before(-12) },
      { ...timer, id: newId(), key: 'fired', fireAt: before(99), settledAt: before(98), outcome: 'fired' },
    ])
    .execute();
});
afterAll(() => test.drop());

it('tells what waits and for how long', async () => {
  expect(await readServiceFigures(test.database, now)).toEqual({
    outboxPending: 2,
    outboxLagSeconds: 90,
    timersOverdue: 2,
    timersOverdueSeconds: 12,
    isWorkflowEngineThere: false,
  });
});

it('shows them to Prometheus, and says when the database does not answer', async () => {
  const readPool = () => ({ inUse: 3, opened: 5, queued: 7 });
  const page = await renderMetrics({ readFigures: () => readServiceFigures(test.database, now), readPool });
  const text = await page.text();
  expect(text).toContain('\nhandoff_outbox_lag_seconds 90\n');
  expect(text).toContain('\nhandoff_timers_overdue 2\n');
  expect(text).toContain('\nhandoff_database_connections_in_use 3\n');
  expect(text).toContain('\nhandoff_database_up 1\n');
  const away = await renderMetrics({ readFigures: () => Promise.reject(new Error('away')), readPool });
  expect(await away.text()).toContain('\nhandoff_database_up 0\n');
});
