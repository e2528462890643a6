/** The database did not answer, or not in time. What was sent to it may or may not have had its effect. */
export class DatabaseAwayError extends Error {
  constructor(cause?: unknown) {
    super('The database does not answer.', { cause });
  }
}

const codes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOENT',
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
  'ER_CON_COUNT_ERROR',
  'ER_CONNECTION_KILLED',
  'ER_NORMAL_SHUTDOWN',
  'ER_SERVER_SHUTDOWN',
  'PROTOCOL_CONNECTION_LOST',
  'PROTOCOL_SEQUENCE_TIMEOUT',
]);

/** What mysql2 says without a code: of a connection that was lost before, and of a queue that is full. */
const texts = /in closed state|Queue limit reached/;

/** Whether an error of mysql2 says that the database is away, rather than what is wrong with the statement. */
export const isDatabaseAway = (error: unknown): boolean =>
  error instanceof DatabaseAwayError ||
  (error instanceof Error && (('code' in error && codes.has(String(error.code))) || texts.test(error.message)));
