import { Kysely, MysqlDialect } from 'kysely';
import { createPool, type PoolOptions } from 'mysql2';
import type { DB } from '../generated/database.ts';
import { BoundedPool, type PoolFigures } from './bounded-pool.ts';
import { ColumnNames } from './read-rows.ts';

export type Database = Kysely<DB>;

/** Options of the connection pool. */
export interface DatabaseOptions {
  connections?: number;
  connectTimeoutMs?: number;
  /** How long a query may wait for a connection (ms). */
  connectionMs?: number;
  /** How long a statement may take (ms); as long as it likes where it is not set. */
  statementMs?: number;
}

const longestWaitMs = 60_000;

const poolOptions = (url: string, options: DatabaseOptions): PoolOptions => ({
  uri: url,
  connectionLimit: options.connections ?? 20,
  maxIdle: options.connections ?? 20,
  queueLimit: 500,
  // None is prepared, and room for the usual 16,000 takes half a megabyte a connection.
  maxPreparedStatements: 1,
  connectTimeout: options.connectTimeoutMs ?? 5_000,
  enableKeepAlive: true,
  timezone: 'Z',
  charset: 'utf8mb4_unicode_ci',
  supportBigNumbers: true,
  jsonStrings: true,
});

const poolFigures = new WeakMap<Database, PoolFigures>();

/** How busy the connections of a client of `openDatabase` are; zeros for a transaction. */
export const readPoolFigures = (db: Database): PoolFigures => poolFigures.get(db) ?? { inUse: 0, opened: 0, queued: 0 };

/**
 * Opens the one client that everything reads and writes through. It connects lazily: the first query rejects with
 * DatabaseAwayError where there is no server.
 */
export function openDatabase(url: string, options: DatabaseOptions = {}): Database {
  const { connectionMs = longestWaitMs, statementMs } = options;
  const connections = createPool(poolOptions(url, options));
  // Once a connection, so that no transaction has to say it: what others commit meanwhile is seen, and fewer rows are locked.
  connections.on('connection', (connection) =>
    connection.query('SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED', (error) => {
      if (error) connection.destroy();
    }),
  );
  const pool = new BoundedPool(connections, {
    connectionMs,
    ...(statementMs === undefined ? {} : { statementMs }),
  });
  const db = new Kysely<DB>({
    dialect: new MysqlDialect({ pool }),
    plugins: [new ColumnNames()],
  });
  poolFigures.set(db, pool.figures);
  return db;
}
