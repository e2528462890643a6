export type { DB } from '../generated/database.ts';
export { openDatabase, readPoolFigures, type Database, type DatabaseOptions, type PoolFigures } from './database.ts';
