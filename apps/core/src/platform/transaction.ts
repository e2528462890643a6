import { sql } from 'kysely';
import type { Context } from './context.ts';
import { addPending, writeNow, writePending } from './insert-rows.sql.ts';

const attempts = 4;
const retryable = new Set(['ER_LOCK_DEADLOCK', 'ER_LOCK_WAIT_TIMEOUT']);

/** True if two transactions got into each other's way: the whole has to be begun again. */
export const isLockConflict = (error: unknown): boolean =>
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
      if (attempt === attempts || !isLockConflict(error)) throw error;
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 20 * attempt));
    }
  }
}

/**
 * Runs `work` as a part of the caller's transaction that is taken back alone when it throws, and always where `isTrial`
 * is set: nothing of a trial stays, but its result or refusal is that of the real act. Must run inside a transaction.
 */
export async function inSavepoint<T>(
  context: Context,
  work: (context: Context) => Promise<T>,
  { isTrial = false } = {},
): Promise<T> {
  const { db } = context;
  const inner: Context = { ...context, memo: new Map(), afterCommit: [], pending: new Map() };
  const takeBack = (): Promise<unknown> => sql`ROLLBACK TO SAVEPOINT part`.execute(db);
  await sql`SAVEPOINT part`.execute(db);
  try {
    const result = await work(inner);
    if (isTrial) await writePending(inner);
    await writeNow(inner);
    if (isTrial) {
      await takeBack();
      return result;
    }
    addPending(context, inner.pending);
    context.afterCommit?.push(...(inner.afterCommit ?? []));
    return result;
  } catch (error) {
    if (!isLockConflict(error)) await takeBack();
    throw error;
  }
}
