import type { MysqlPool, MysqlPoolConnection, MysqlQueryResult } from 'kysely';
import type { Pool, PoolConnection, QueryOptions, RowDataPacket } from 'mysql2';
import { DatabaseAwayError, isDatabaseAway } from './database-away-error.ts';
import { readRows } from './read-rows.ts';
import { StatementQueue, type Answer } from './statement-queue.ts';

/** How long to wait at most (ms). */
export interface PoolLimits {
  /** For a connection. */
  connectionMs: number;
  /** For the answer to a statement; for ever where it is not set. */
  statementMs?: number;
}

/** How busy a client's connections are. */
export interface PoolFigures {
  /** Connections that somebody holds now. */
  inUse: number;
  /** Opened since the beginning. */
  opened: number;
  /** How often somebody had to wait for one since the beginning. */
  queued: number;
}

const named = (error: unknown): unknown => (isDatabaseAway(error) ? new DatabaseAwayError(error) : error);

/**
 * The pool with limits on waiting, so that a database that is frozen or cut off is an error within seconds and not a
 * request that hangs. Rejects with DatabaseAwayError.
 */
export class BoundedPool implements MysqlPool {
  readonly figures: PoolFigures = { inUse: 0, opened: 0, queued: 0 };
  readonly #pool: Pool;
  readonly #limits: PoolLimits;
  readonly #known = new WeakMap<PoolConnection, MysqlPoolConnection>();

  constructor(pool: Pool, limits: PoolLimits) {
    this.#pool = pool;
    this.#limits = limits;
    pool.on('connection', () => (this.figures.opened += 1));
    pool.on('enqueue', () => (this.figures.queued += 1));
  }

  getConnection(callback: (error: unknown, connection: MysqlPoolConnection) => void): void {
    const fail = (error: unknown): void => callback(named(error), undefined as never);
    let isLate = false;
    const timer = setTimeout(() => {
      isLate = true;
      fail(new DatabaseAwayError(new Error('no connection was free in time')));
    }, this.#limits.connectionMs);
    this.#pool.getConnection((error, connection) => {
      clearTimeout(timer);
      if (isLate) {
        if (!error) connection.release();
        return;
      }
      if (error) return fail(error);
      this.figures.inUse += 1;
      callback(null, this.#bound(connection));
    });
  }

  end(callback: (error: unknown) => void): void {
    this.#pool.end(callback);
  }

  /** The same object for the same connection: Kysely knows connections by identity. */
  #bound(connection: PoolConnection): MysqlPoolConnection {
    const known = this.#known.get(connection);
    if (known) return known;
    let isMariaDb = false;
    connection.query<RowDataPacket[]>('SELECT VERSION() AS version', (error, rows) => {
      isMariaDb = !error && String(rows[0]?.version).includes('MariaDB');
    });
    const queue = new StatementQueue(
      (sql, values, answer) => this.#ask(connection, sql, values, answer),
      () => isMariaDb,
    );
    const bound = {
      query: (sql: string, values: unknown[], answer?: Answer) =>
        answer ? queue.ask(sql, values, answer) : connection.query(sql, values),
      release: () => {
        this.figures.inUse -= 1;
        connection.release();
      },
    } as MysqlPoolConnection;
    this.#known.set(connection, bound);
    return bound;
  }

  /** An answer that does not come in time ends the connection: nobody knows what the server still does on it. */
  #ask(connection: PoolConnection, sql: string, values: QueryOptions['values'], answer: Answer): void {
    const question = { sql, values, timeout: this.#limits.statementMs, rowsAsArray: true };
    connection.query(question, (error, result, fields) => {
      if (error?.code === 'PROTOCOL_SEQUENCE_TIMEOUT') connection.destroy();
      if (error) return answer(named(error), result as MysqlQueryResult);
      const isRows = Array.isArray(result) && Array.isArray(fields) && !Array.isArray(fields[0]);
      answer(null, isRows ? readRows(result as unknown[][], fields) : (result as MysqlQueryResult));
    });
  }
}
