import type { Database } from '@handoff/prisma';
import type { Context } from './context.ts';

/** How long what another process changed may stay unnoticed here (ms); a revoked right is out everywhere within 5 s. */
const keptMs = 2_000;
const mostKept = 5_000;

interface Kept {
  until: number;
  value: Promise<unknown>;
}

const keptOf = new WeakMap<Database, Map<string, Kept>>();

/**
 * Reads what rarely changes and is asked with every request (who somebody is, groups, types, calendars) once in 2 s a
 * process. What this process changes itself it forgets on commit: `recordAudit` and `forgetKept` see to that.
 * Throws what `read` throws, and keeps no failure.
 */
export function keepForAMoment<T>(pool: Database, key: string, read: () => Promise<T>): Promise<T> {
  const now = performance.now();
  const kept = keptOf.get(pool) ?? new Map<string, Kept>();
  const known = kept.get(key);
  if (known && known.until > now) return known.value as Promise<T>;
  if (kept.size >= mostKept) kept.clear();
  const value = read();
  // A map that was forgotten while this was being read takes it along into oblivion.
  keptOf.set(pool, kept.set(key, { until: now + keptMs, value }));
  value.catch(() => kept.delete(key));
  return value;
}

/** Lets this process read afresh what it has kept, now or, inside a transaction, once that is committed. */
export function forgetKept({ pool, afterCommit }: Pick<Context, 'pool' | 'afterCommit'>): void {
  const forget = (): unknown => keptOf.delete(pool);
  if (afterCommit) afterCommit.push(forget);
  else forget();
}
