import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { createConnection, escapeId, type RowDataPacket } from 'mysql2/promise';
import { connectCreating } from '../connect-creating.ts';
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
  await copyTemplate(url);
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

const template = 'handoff_template';
let copying: Promise<string> | undefined;

/** Makes the tables of the template, with the few rows that migrations leave, in a database of its own. */
async function copyTemplate(url: string): Promise<void> {
  copying ??= writeCopying();
  const statements = await copying;
  await (await connectCreating(url)).end();
  const connection = await createConnection({ uri: url, multipleStatements: true });
  try {
    await connection.query(statements);
  } finally {
    await connection.end();
  }
}

/** Migrates the template, which all test files of the run share, and answers the statements that copy it. */
async function writeCopying(): Promise<string> {
  const url = `${await testServerAddress('mariadb')}/${template}`;
  await migrate(url, { folder: migrationsFolder() });
  const connection = await createConnection(url);
  try {
    const [tables] = await connection.query<RowDataPacket[]>(
      'SELECT table_name AS name FROM information_schema.tables WHERE table_schema = DATABASE() ORDER BY table_name',
    );
    const statements: string[] = [];
    for (const { name } of tables as { name: string }[]) {
      const [copy, original] = [escapeId(name), escapeId(`${template}.${name}`)];
      statements.push(`CREATE TABLE ${copy} LIKE ${original}`);
      const [rows] = await connection.query<RowDataPacket[]>(`SELECT 1 FROM ${copy} LIMIT 1`);
      if (rows.length > 0) statements.push(`INSERT INTO ${copy} SELECT * FROM ${original}`);
    }
    return statements.join(';\n');
  } finally {
    await connection.end();
  }
}
