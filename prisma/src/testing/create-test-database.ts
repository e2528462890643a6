import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { openDatabase, type Database } from '../database.ts';
import { migrate } from '../migrate.ts';
import { migrationsFolder } from '../migrations-folder.ts';
import { testServerAddress } from './test-server-address.ts';

export interface TestDatabase {
  url: string;
  database: Database;
  /** Closes the client and drops the database. */
  drop(): Promise<void>;
}

/** A migrated database without rows on the test run's own MariaDB, for one test file: make it in `beforeAll`, drop it in `afterAll`. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const { url, name } = await nameTestDatabase();
  await migrate(url, { folder: migrationsFolder() });
  const database = openDatabase(url, { connections: 10 });
  return {
    url,
    database,
    async drop() {
      await sql`DROP DATABASE ${sql.id(name)}`.execute(database.withoutPlugins());
      await database.destroy();
    },
  };
}

/** Name and address for a database that doesn't exist yet. */
export async function nameTestDatabase(): Promise<{ url: string; name: string }> {
  const name = `handoff_test_${randomBytes(6).toString('hex')}`;
  return { url: `${await testServerAddress('mariadb')}/${name}`, name };
}
