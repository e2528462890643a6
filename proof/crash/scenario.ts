import { useInstance } from '@handoff/e2e/support/instance.ts';
import { startInstance, type StartedInstance } from '@handoff/e2e/support/start-instance.ts';
import { openDatabase, type Database } from '@handoff/prisma';
import { databaseUrlOf } from '../database-url.ts';
import type { Verdict } from '../verdict.ts';

/** What the command line may say of a scenario; each has its own where it says nothing. */
export type Settings = Partial<Record<'seconds' | 'kills' | 'rate' | 'clients' | 'tickets' | 'within', number>>;

/** Something that must lose nothing: does it to an instance of its own and counts what is left. */
export type Scenario = (settings: Settings) => Promise<Verdict>;

/** Starts an instance on data of its own, and takes it down when `work` is over. */
export async function onInstance<Result>(
  work: (db: Database, instance: StartedInstance) => Promise<Result>,
  environment: NodeJS.ProcessEnv = {},
): Promise<Result> {
  const instance = await startInstance(environment);
  useInstance(instance);
  const db = openDatabase(databaseUrlOf(instance.data), { connections: 4 });
  try {
    return await work(db, instance);
  } finally {
    await db.destroy();
    await instance.stop();
  }
}

/** Counts as rows of a table. */
export const asRows = (counts: Record<string, number | string>): object[] =>
  Object.entries(counts).map(([what, count]) => ({ what, count }));
