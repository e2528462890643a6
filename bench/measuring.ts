import type { Database } from '@handoff/prisma';
import type { Pool } from 'mysql2/promise';
import type { Company } from './company.ts';

/** What a scenario measures with. */
export interface Measuring {
  /** The instance's database, for reading what happened and for making data in bulk. */
  db: Database;
  /** The same database through mysql2 alone, as the measure of what is possible. */
  pool: Pool;
  /** The demo company's people, who speak to the instance over HTTP. */
  company: Company;
  /** How long a load runs. */
  seconds: number;
  /** How many tickets, customers and open tickets there are when there are most. */
  most: { tickets: number; customers: number; open: number; bulk: number };
  /** Keeps a figure under its name. */
  note: (name: string, value: number) => void;
}
