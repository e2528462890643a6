export type { DB } from '../generated/database.ts';
export { openDatabase, type Database, type DatabaseOptions } from './database.ts';
