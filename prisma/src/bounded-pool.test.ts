import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { DatabaseAwayError } from './database-away-error.ts';
import { openDatabase, readPoolFigures } from './database.ts';
import { createTestDatabase, type TestDatabase } from './testing/create-test-database.ts';

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.drop());

const one = sql<{ one: number }>`SELECT 1 AS one`;

it('gives up a statement that is not answered in time, and goes on with another connection', async () => {
  const db = openDatabase(test.url, { connections: 1, statementMs: 300 });
  await expect(sql`SELECT SLEEP(5)`.execute(db)).rejects.toBeInstanceOf(DatabaseAwayError);
  expect((await one.execute(db)).rows).toEqual([{ one: 1 }]);
  expect(readPoolFigures(db)).toMatchObject({ inUse: 0, opened: 2 });
  await db.destroy();
});

it('rolls back the transaction of such a statement', async () => {
  const db = openDatabase(test.url, { connections: 2, statementMs: 300 });
  const work = db.transaction().execute(async (trx) => {
    await trx.insertInto('numberSequence').values({ key: 'half', value: 1 }).execute();
    await sql`SELECT SLEEP(5)`.execute(trx);
  });
  await expect(work).rejects.toBeInstanceOf(DatabaseAwayError);
  await expect
    .poll(() => db.selectFrom('numberSequence').select('key').where('key', '=', 'half').execute())
    .toEqual([]);
  await db.destroy();
});

it('gives up waiting for a connection, and uses one that comes late for somebody else', async () => {
  const db = openDatabase(test.url, { connections: 1, connectionMs: 300 });
  const long = sql`SELECT SLEEP(1)`.execute(db);
  await expect(one.execute(db)).rejects.toBeInstanceOf(DatabaseAwayError);
  await long;
  expect((await one.execute(db)).rows).toEqual([{ one: 1 }]);
  await db.destroy();
});

it('says that nobody answers, be the server gone or frozen', async () => {
  const sockets: Socket[] = [];
  const frozen = createServer((socket) => sockets.push(socket)).listen(0, '127.0.0.1');
  await once(frozen, 'listening');
  const { port } = frozen.address() as AddressInfo;
  const url = `mysql://nobody:nothing@127.0.0.1:${port}/none`;
  const db = openDatabase(url, { connections: 1, connectTimeoutMs: 300 });
  await expect(one.execute(db)).rejects.toBeInstanceOf(DatabaseAwayError);
  for (const socket of sockets) socket.destroy();
  frozen.close();
  await once(frozen, 'close');
  await expect(one.execute(db)).rejects.toBeInstanceOf(DatabaseAwayError);
  await db.destroy();
});

it('leaves what is wrong with a statement as it is', async () => {
  await expect(sql`SELECT nothing FROM nowhere`.execute(test.database)).rejects.toMatchObject({
    code: 'ER_NO_SUCH_TABLE',
  });
});
