import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase, type Database } from '../database.ts';
import { migrate } from '../migrate.ts';
import { migrationsFolder } from '../migrations-folder.ts';
import { createTestDatabase, nameTestDatabase, type TestDatabase } from './create-test-database.ts';

let test: TestDatabase;

beforeAll(async () => {
  test = await createTestDatabase();
});

afterAll(() => test.drop());

/** Every table as it is declared, and how many rows it holds. */
async function describeTables(database: Database): Promise<Record<string, string>> {
  const bare = database.withoutPlugins();
  const { rows: tables } = await sql<{ name: string }>`
    SELECT table_name AS name FROM information_schema.tables WHERE table_schema = DATABASE()`.execute(bare);
  const described: Record<string, string> = {};
  for (const { name } of tables) {
    const { rows: shown } = await sql<Record<string, string>>`SHOW CREATE TABLE ${sql.id(name)}`.execute(bare);
    const declared = shown[0]?.['Create Table'];
    if (!declared) throw new Error(`${name} is declared nowhere`);
    const { rows: counted } = await sql<{ count: number }>`SELECT COUNT(*) AS count FROM ${sql.id(name)}`.execute(bare);
    described[name] = `${declared}; ${String(counted[0]?.count)} rows`;
  }
  return described;
}

describe('createTestDatabase', () => {
  it('gives what the migrations give', async () => {
    const { url, name } = await nameTestDatabase();
    await migrate(url, { folder: migrationsFolder() });
    const migrated = openDatabase(url);
    expect(await describeTables(test.database)).toEqual(await describeTables(migrated));
    await sql`DROP DATABASE ${sql.id(name)}`.execute(migrated);
    await migrated.destroy();
  }, 60_000);

  it('gives an empty database with every table', async () => {
    const { rows } = await sql<{ count: number }>`SELECT COUNT(*) AS count FROM company`.execute(test.database);
    expect(rows).toEqual([{ count: 0 }]);
  });

  it('gives each caller a database of its own, gone after drop', async () => {
    const other = await createTestDatabase();
    expect(other.url).not.toBe(test.url);
    await other.drop();

    const name = new URL(other.url).pathname.slice(1);
    const { rows } = await sql`SHOW DATABASES LIKE ${name}`.execute(test.database);
    expect(rows).toEqual([]);
  });
});
