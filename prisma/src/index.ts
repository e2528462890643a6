export type { DB } from '../generated/database.ts';
export type { PoolFigures } from './bounded-pool.ts';
export { DatabaseAwayError, isDatabaseAway } from './database-away-error.ts';
export { openDatabase, readPoolFigures, type Database, type DatabaseOptions } from './database.ts';
