import type { Database } from '@handoff/prisma';
import { systemActor, type Actor } from '../../identity/actor.ts';
import type { Context } from '../context.ts';

/** A context over a test's own database; the system acts unless told. */
export const testContext = (database: Database, actor: Actor = systemActor): Context => ({
  db: database,
  pool: database,
  actor,
  locale: 'en',
  now: () => new Date(),
  memo: new Map(),
});
