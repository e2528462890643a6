import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createConnection, type RowDataPacket } from 'mysql2/promise';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { migrate } from './migrate.ts';
import { MigrationError } from './migration-error.ts';
import { nameTestDatabase } from './testing/create-test-database.ts';

let folder: string;
let url: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'migrations-'));
  ({ url } = await nameTestDatabase());
});

afterEach(() => rm(folder, { recursive: true }));

async function write(name: string, sql: string): Promise<void> {
  await mkdir(join(folder, name), { recursive: true });
  await writeFile(join(folder, name, 'migration.sql'), sql);
}

async function query(sql: string): Promise<RowDataPacket[]> {
  const connection = await createConnection(url);
  try {
    const [rows] = await connection.query<RowDataPacket[]>(sql);
    return rows;
  } finally {
    await connection.end();
  }
}

const records = () => query('SELECT * FROM _prisma_migrations ORDER BY started_at');

describe('migrate', () => {
  it('creates the database and applies what is new, oldest first', async () => {
    await write('20260102000000_rows', "INSERT INTO fruit VALUES ('apple'), ('pear');");
    await write('20260101000000_table', 'CREATE TABLE fruit (name VARCHAR(20));');

    expect(await migrate(url, { folder })).toEqual(['20260101000000_table', '20260102000000_rows']);
    expect(await query('SELECT name FROM fruit')).toEqual([{ name: 'apple' }, { name: 'pear' }]);
    expect(await migrate(url, { folder })).toEqual([]);

    await write('20260103000000_more', "INSERT INTO fruit VALUES ('plum'); DELETE FROM fruit WHERE name = 'pear';");
    expect(await migrate(url, { folder })).toEqual(['20260103000000_more']);
    expect(await query('SELECT name FROM fruit')).toEqual([{ name: 'apple' }, { name: 'plum' }]);
  });

  it('records a migration as Prisma does', async () => {
    await write('20260101000000_table', 'CREATE TABLE fruit (name VARCHAR(20));');
    await migrate(url, { folder });

    const [row] = await records();
    expect(row).toMatchObject({
      migration_name: '20260101000000_table',
      checksum: 'ba4411ee3f4c6a2523c19b1604d4f3a88d1d326008a871af3eced11296e19617',
      applied_steps_count: 1,
      logs: null,
      rolled_back_at: null,
    });
  });

  it('refuses an edited migration and says what to do', async () => {
    await write('20260101000000_table', 'CREATE TABLE fruit (name VARCHAR(20));');
    await migrate(url, { folder });
    await write('20260101000000_table', 'CREATE TABLE fruit (name VARCHAR(30));');

    await expect(migrate(url, { folder })).rejects.toThrow(
      'Migration 20260101000000_table was edited after it was applied. Restore the file',
    );
  });

  it('keeps a failed migration on record and refuses to go on until it was put right', async () => {
    await write('20260101000000_half', 'CREATE TABLE fruit (name VARCHAR(20)); INSERT INTO missing VALUES (1);');

    await expect(migrate(url, { folder })).rejects.toThrow(/Migration 20260101000000_half failed: Table .*missing/);
    await expect(migrate(url, { folder })).rejects.toThrow('Migration 20260101000000_half failed half-way before.');
    expect((await records())[0]).toMatchObject({
      finished_at: null,
      logs: expect.stringContaining('missing') as string,
    });

    await query('DROP TABLE fruit');
    await query("UPDATE _prisma_migrations SET rolled_back_at = NOW(3) WHERE migration_name = '20260101000000_half'");
    await write('20260101000000_half', 'CREATE TABLE fruit (name VARCHAR(20));');
    expect(await migrate(url, { folder })).toEqual(['20260101000000_half']);
  });

  it('refuses a database that is ahead of it', async () => {
    await write('20260101000000_table', 'CREATE TABLE fruit (name VARCHAR(20));');
    await migrate(url, { folder });
    await rm(join(folder, '20260101000000_table'), { recursive: true });

    await expect(migrate(url, { folder })).rejects.toThrow('Start the newer version');
  });

  it('applies each migration once when two runners start together', async () => {
    await write('20260101000000_table', 'CREATE TABLE fruit (name VARCHAR(20)); DO SLEEP(0.3);');

    const applied = await Promise.all([migrate(url, { folder }), migrate(url, { folder })]);
    expect(applied.flat()).toEqual(['20260101000000_table']);
  });

  it('gives up when another runner holds the lock for too long', async () => {
    await write('20260101000000_slow', 'CREATE TABLE fruit (name VARCHAR(20)); DO SLEEP(3);');
    const first = migrate(url, { folder });
    await new Promise((resolve) => setTimeout(resolve, 300));

    await expect(migrate(url, { folder, lockSeconds: 1 })).rejects.toThrow(MigrationError);
    expect(await first).toEqual(['20260101000000_slow']);
  });
});
