import { CamelCasePlugin, Kysely, MysqlDialect } from 'kysely';
import { createPool, type PoolOptions } from 'mysql2';
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

/** Opens the one client that everything reads and writes through. Throws what the first query throws: it connects lazily. */
export function openDatabase(url: string, options: DatabaseOptions = {}): Database {
  const pool = createPool(poolOptions(url, options));
  return new Kysely<DB>({
    dialect: new MysqlDialect({ pool }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  });
}
