import type { Context } from './context.ts';
import { writePending } from './insert-rows.sql.ts';

const attempts = 4;
const retryable = new Set(['ER_LOCK_DEADLOCK', 'ER_LOCK_WAIT_TIMEOUT']);

const isRetryable = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && retryable.has(String(error.code));

/** True if a write was refused because a unique key has the value already. */
export const isDuplicateKey = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ER_DUP_ENTRY';

/**
 * Runs `work` in one transaction; joins the caller's if there is one. A deadlock is tried again up to
 * three times, so `work` must have no effect outside the database. `afterCommit` runs once it is durable.
 */
export async function inTransaction<T>(context: Context, work: (context: Context) => Promise<T>): Promise<T> {
  if (context.afterCommit) return work(context);
  for (let attempt = 1; ; attempt++) {
    const afterCommit: (() => void)[] = [];
    try {
      const result = await context.db.transaction().execute(async (db) => {
        const inner: Context = { ...context, db, memo: new Map(), afterCommit, pending: new Map() };
        const done = await work(inner);
        await writePending(inner);
        return done;
      });
      for (const act of afterCommit) act();
      return result;
    } catch (error) {
      if (attempt === attempts || !isRetryable(error)) throw error;
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 20 * attempt));
    }
  }
}
