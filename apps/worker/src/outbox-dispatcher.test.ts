import { newId } from '@handoff/core/platform/id';
import { createTestDatabase, type TestDatabase } from '@handoff/prisma/testing/create-test-database';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { startDispatcher, type OutboxRow } from './outbox-dispatcher.ts';

let test: TestDatabase;
const log = pino({ level: 'silent' });
const isOpen = () => true;

beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.drop());

async function leave(kind: string, keys: string[]): Promise<string[]> {
  const now = new Date();
  const rows = keys.map((key) => ({ id: newId(), kind, key, payload: '{}', createdAt: now, availableAt: now }));
  await test.database.insertInto('outbox').values(rows).execute();
  return rows.map(({ id }) => id);
}

async function isPending(id: string | undefined): Promise<boolean | undefined> {
  const row = test.database.selectFrom('outbox').select('isPending');
  return (await row.where('id', '=', id ?? '').executeTakeFirst())?.isPending;
}

/** Takes rows when it is told to. */
function slowReceiver() {
  const taken: OutboxRow[] = [];
  let tell: () => void = () => undefined;
  const isTold = new Promise<void>((resolve) => (tell = resolve));
  const deliver = async (row: OutboxRow) => {
    taken.push(row);
    await isTold;
  };
  return { taken, tell, deliver };
}

it('hands on what others receive while one does not answer, and that once it does', async () => {
  const engine = slowReceiver();
  const told: string[] = [];
  const deliver = (row: OutboxRow) => Promise.resolve(void told.push(row.id));
  const [stuck] = await leave('ticket', ['one']);
  const dispatcher = startDispatcher({
    db: test.database,
    log,
    routes: {
      ticket: { receiver: 'engine', isOpen, deliver: engine.deliver },
      notification: { receiver: 'product', isOpen, deliver },
    },
  });
  await vi.waitFor(() => expect(engine.taken).toHaveLength(1));
  const notifications = await leave('notification', ['a', 'b']);
  await vi.waitFor(() => expect(told.toSorted()).toEqual(notifications.toSorted()));
  const [behind] = await leave('ticket', ['two']);
  expect(await isPending(stuck)).toBe(true);
  engine.tell();
  await vi.waitFor(async () => expect([await isPending(stuck), await isPending(behind)]).toEqual([false, false]));
  expect(engine.taken.map(({ id }) => id)).toEqual([stuck, behind]);
  await dispatcher.stop();
});

it('hands on the rows of a key in their order, and not the next before the one that failed', async () => {
  const seen: string[] = [];
  let failures = 1;
  const deliver = (row: OutboxRow) => {
    seen.push(row.id);
    return failures-- > 0 ? Promise.reject(new Error('not now')) : Promise.resolve();
  };
  const [first, second] = await leave('ticket', ['same', 'same']);
  const routes = { ticket: { receiver: 'engine' as const, isOpen, deliver } };
  const dispatcher = startDispatcher({ db: test.database, log, routes });
  await vi.waitFor(
    async () => expect([await isPending(first), await isPending(second)]).toEqual([false, false]),
    5_000,
  );
  expect(seen).toEqual([first, first, second]);
  await dispatcher.stop();
});

it('has handed on what it claimed when it has stopped', async () => {
  const engine = slowReceiver();
  const [row] = await leave('ticket', ['last']);
  const routes = { ticket: { receiver: 'engine' as const, isOpen, deliver: engine.deliver } };
  const dispatcher = startDispatcher({ db: test.database, log, routes });
  await vi.waitFor(() => expect(engine.taken).toHaveLength(1));
  const stopped = dispatcher.stop();
  engine.tell();
  await stopped;
  expect(await isPending(row)).toBe(false);
});
