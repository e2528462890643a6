import { CompiledQuery, sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { openDatabase, type Database } from './database.ts';
import { now, soon, StatementQueue } from './statement-queue.ts';
import { createTestDatabase, type TestDatabase } from './testing/create-test-database.ts';

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.drop());
beforeEach(() => test.database.deleteFrom('numberSequence').execute());

const keep = (db: Database, key: string, value = 1) =>
  db.executeQuery(
    CompiledQuery.raw(`${soon}INSERT INTO number_sequence (\`key\`, \`value\`) VALUES (?, ?)`, [key, value]),
  );
const kept = async (db: Database): Promise<string[]> => {
  const rows = await db.selectFrom('numberSequence').select('key').orderBy('key').execute();
  return rows.map(({ key }) => key);
};
/** How many messages the server has had from this connection, itself included. */
const questions = async (db: Database): Promise<number> => {
  const { rows } = await sql<{ Value: string }>`SHOW SESSION STATUS LIKE 'Questions'`.execute(db);
  return Number(rows[0]?.Value);
};

it('sends a transaction of writes in one message, whatever their values are', async () => {
  const db = openDatabase(test.url, { connections: 1 });
  await questions(db);
  const before = await questions(db);
  const keys = ["it's; \\", 'COMMIT; --', '工单？?'];
  await db.transaction().execute(async (trx) => {
    for (const key of keys) await keep(trx, key);
  });
  const statements = (await questions(db)) - before - 1;
  expect(statements).toBeLessThan(keys.length + 2);
  expect(await kept(test.database)).toEqual(keys.toSorted());
  await db.destroy();
});

it('shows a transaction what it wrote, and others nothing before the commit', async () => {
  await test.database.transaction().execute(async (trx) => {
    await keep(trx, 'a');
    await keep(trx, 'b');
    expect(await kept(trx)).toEqual(['a', 'b']);
    await keep(trx, 'c');
    expect(await kept(test.database)).toEqual([]);
  });
  expect(await kept(test.database)).toEqual(['a', 'b', 'c']);
});

it('keeps nothing where one of them is refused, be it by the commit', async () => {
  const work = test.database.transaction().execute(async (trx) => {
    await keep(trx, 'a');
    await keep(trx, 'same');
    await keep(trx, 'same');
  });
  await expect(work).rejects.toMatchObject({ code: 'ER_DUP_ENTRY' });
  expect(await kept(test.database)).toEqual([]);
});

it('says at once what is refused when it is asked to send', async () => {
  const work = test.database.transaction().execute(async (trx) => {
    await keep(trx, 'same');
    await keep(trx, 'same');
    await expect(trx.executeQuery(CompiledQuery.raw(now))).rejects.toMatchObject({ code: 'ER_DUP_ENTRY' });
    await keep(trx, 'other');
  });
  await work;
  expect(await kept(test.database)).toEqual(['other', 'same']);
});

it('drops what waits when the transaction is taken back', async () => {
  const work = test.database.transaction().execute(async (trx) => {
    await keep(trx, 'a');
    throw new Error('never mind');
  });
  await expect(work).rejects.toThrow('never mind');
  await keep(test.database, 'outside of one');
  expect(await kept(test.database)).toEqual(['outside of one']);
});

it('sends much of it in parts', async () => {
  await test.database.transaction().execute(async (trx) => {
    for (let at = 0; at < 450; at += 1) await keep(trx, `${at}`.padStart(4, '0'));
  });
  expect(await kept(test.database)).toHaveLength(450);
});

it('sends one statement after the other to a server that takes no compounds', () => {
  const sent: string[] = [];
  const queue = new StatementQueue(
    (text, _values, answer) => {
      sent.push(text);
      answer(null, { affectedRows: 1, changedRows: 1, insertId: 0 });
    },
    () => false,
  );
  const ignore = (): void => undefined;
  for (const text of ['begin', `${soon}one`, `${soon}two`, 'commit']) queue.ask(text, [], ignore);
  expect(sent).toEqual(['START TRANSACTION', 'one', 'two', 'COMMIT']);
});
