import { randomUUID } from 'node:crypto';
import { createConnection, type Connection, type RowDataPacket } from 'mysql2/promise';
import { connectCreating } from './connect-creating.ts';
import { MigrationError } from './migration-error.ts';
import { readMigrationFiles, type MigrationFile } from './migration-files.ts';

export interface MigrateOptions {
  /** Folder in Prisma's layout. */
  folder: string;
  /** How long to wait for another runner on the same database (seconds). */
  lockSeconds?: number;
}

interface RecordedMigration extends RowDataPacket {
  migration_name: string;
  checksum: string;
  finished_at: Date | null;
}

// The table as `prisma migrate deploy` makes it, so that Prisma's own tools read it.
const CREATE_TABLE = `
  CREATE TABLE IF NOT EXISTS _prisma_migrations (
    id VARCHAR(36) PRIMARY KEY NOT NULL,
    checksum VARCHAR(64) NOT NULL,
    finished_at DATETIME(3),
    migration_name VARCHAR(255) NOT NULL,
    logs TEXT,
    rolled_back_at DATETIME(3),
    started_at DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
    applied_steps_count INTEGER UNSIGNED NOT NULL DEFAULT 0
  ) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci`;

/**
 * Brings a database to the newest migration, creating it if it is missing, and answers the names of those applied.
 * Two runners on one database take turns. Throws MigrationError when a recorded migration failed, was edited since,
 * or is unknown to this folder, and when one fails now: it stays recorded as failed.
 */
export async function migrate(url: string, { folder, lockSeconds = 60 }: MigrateOptions): Promise<string[]> {
  const files = await readMigrationFiles(folder);
  const connection = await connectCreating(url);
  try {
    await takeLock(connection, lockSeconds);
    await connection.query(CREATE_TABLE);
    const pending = await findPending(connection, files);
    for (const file of pending) await apply(connection, url, file);
    return pending.map((file) => file.name);
  } finally {
    await connection.end();
  }
}

/** The lock goes with the connection, so a killed runner leaves none. */
async function takeLock(connection: Connection, seconds: number): Promise<void> {
  const [rows] = await connection.query<RowDataPacket[]>(
    "SELECT GET_LOCK(CONCAT('migrate_', SHA1(DATABASE())), ?) AS taken",
    [seconds],
  );
  if (rows[0]?.['taken'] === 1) return;
  throw new MigrationError(
    `Another process has been migrating this database for ${String(seconds)} s. Wait for it to finish, then start again.`,
  );
}

async function findPending(connection: Connection, files: MigrationFile[]): Promise<MigrationFile[]> {
  const [recorded] = await connection.query<RecordedMigration[]>(
    'SELECT migration_name, checksum, finished_at FROM _prisma_migrations WHERE rolled_back_at IS NULL',
  );
  const byName = new Map(files.map((file) => [file.name, file]));
  for (const row of recorded) check(row, byName.get(row.migration_name));
  const applied = new Set(recorded.map((row) => row.migration_name));
  return files.filter((file) => !applied.has(file.name));
}

function check(row: RecordedMigration, file: MigrationFile | undefined): void {
  const name = row.migration_name;
  if (!row.finished_at) {
    throw new MigrationError(
      `Migration ${name} failed half-way before. Undo by hand what it did (its error is in _prisma_migrations.logs), ` +
        `run UPDATE _prisma_migrations SET rolled_back_at = UTC_TIMESTAMP(3) WHERE migration_name = '${name}', then start again.`,
    );
  }
  if (!file) {
    throw new MigrationError(
      `The database holds migration ${name}, which this version lacks. Start the newer version.`,
    );
  }
  if (file.checksum !== row.checksum) {
    throw new MigrationError(
      `Migration ${name} was edited after it was applied. Restore the file and put the change into a new migration.`,
    );
  }
}

/** A migration may hold many statements, so it has a connection of its own that allows them. */
async function apply(connection: Connection, url: string, file: MigrationFile): Promise<void> {
  const id = randomUUID();
  await connection.execute(
    `INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at) VALUES (?, ?, ?, UTC_TIMESTAMP(3))`,
    [id, file.checksum, file.name],
  );
  const runner = await createConnection({ uri: url, multipleStatements: true, timezone: 'Z' });
  try {
    await runner.query(file.sql);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    await connection.execute('UPDATE _prisma_migrations SET logs = ? WHERE id = ?', [reason, id]);
    throw new MigrationError(`Migration ${file.name} failed: ${reason}`, { cause: error });
  } finally {
    await runner.end();
  }
  await connection.execute(
    'UPDATE _prisma_migrations SET finished_at = UTC_TIMESTAMP(3), applied_steps_count = 1 WHERE id = ?',
    [id],
  );
}
