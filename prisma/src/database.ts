import { CamelCasePlugin, Kysely, MysqlDialect } from 'kysely';
import { createPool, type Pool, type PoolOptions } from 'mysql2';
import type { DB } from '../generated/database.ts';
import { jsonColumns } from './json-columns.ts';

export type Database = Kysely<DB>;

/** Options of the connection pool: how many connections, and how long a query may wait for one (ms). */
export interface DatabaseOptions {
  connections?: number;
  connectTimeoutMs?: number;
}

const poolOptions = (url: string, options: DatabaseOptions): PoolOptions => ({
  uri: url,
  connectionLimit: options.connections ?? 20,
  maxIdle: options.connections ?? 20,
  queueLimit: 500,
  connectTimeout: options.connectTimeoutMs ?? 5_000,
  enableKeepAlive: true,
  timezone: 'Z',
  charset: 'utf8mb4_unicode_ci',
  supportBigNumbers: true,
  typeCast(field, next) {
    if (field.type === 'TINY' && field.length === 1) {
      const flag = field.string();
      return flag === null ? null : flag === '1';
    }
    if (jsonColumns.has(field.name)) {
      const text = field.string('utf8');
      return text === null ? null : (JSON.parse(text) as unknown);
    }
    return next();
  },
});

/** How busy a client's connections are. */
export interface PoolFigures {
  /** Connections that somebody holds now. */
  inUse: number;
  /** Opened since the beginning. */
  opened: number;
  /** How often somebody had to wait for one since the beginning. */
  queued: number;
}

const poolFigures = new WeakMap<Database, PoolFigures>();

/** How busy the connections of a client of `openDatabase` are; zeros for a transaction. */
export const readPoolFigures = (db: Database): PoolFigures => poolFigures.get(db) ?? { inUse: 0, opened: 0, queued: 0 };

function watchPool(pool: Pool): PoolFigures {
  const figures: PoolFigures = { inUse: 0, opened: 0, queued: 0 };
  pool.on('acquire', () => (figures.inUse += 1));
  pool.on('release', () => (figures.inUse -= 1));
  pool.on('connection', () => (figures.opened += 1));
  pool.on('enqueue', () => (figures.queued += 1));
  return figures;
}

/** Opens the one client that everything reads and writes through. Throws what the first query throws: it connects lazily. */
export function openDatabase(url: string, options: DatabaseOptions = {}): Database {
  const pool = createPool(poolOptions(url, options));
  // Once a connection, so that no transaction has to say it: what others commit meanwhile is seen, and fewer rows are locked.
  pool.on('connection', (connection) =>
    connection.query('SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED', (error) => {
      if (error) connection.destroy();
    }),
  );
  const db = new Kysely<DB>({
    dialect: new MysqlDialect({ pool }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  });
  poolFigures.set(db, watchPool(pool));
  return db;
}
