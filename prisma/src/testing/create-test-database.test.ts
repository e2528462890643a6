import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from './create-test-database.ts';

let test: TestDatabase;

beforeAll(async () => {
  test = await createTestDatabase();
});

afterAll(() => test.drop());

describe('createTestDatabase', () => {
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
