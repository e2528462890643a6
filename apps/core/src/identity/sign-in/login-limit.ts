import { sql } from 'kysely';
import { RateLimiterMemory, type RateLimiterAbstract } from 'rate-limiter-flexible';
import type { Database } from '@handoff/prisma';
import { DomainError } from '../../platform/errors.ts';

/** Too many attempts; says after how many seconds the next one is taken. */
export class TooManyAttemptsError extends DomainError {
  constructor(readonly retryAfterSeconds: number) {
    super(
      'too_many_attempts',
      {
        en: `Too many attempts. Try again in ${retryAfterSeconds} s.`,
        zh: `尝试次数过多，请在 ${retryAfterSeconds} 秒后重试。`,
      },
      true,
    );
  }
}

interface Limit {
  name: string;
  points: number;
  seconds: number;
}

/** At most five guesses in 20 s from one address, and 20 in five minutes at one account. */
export const addressLimit: Limit = { name: 'address', points: 5, seconds: 20 };
export const accountLimit: Limit = { name: 'account', points: 20, seconds: 300 };

// A flood is stopped in memory before it reaches the database.
const firstLines = new Map<string, RateLimiterAbstract>();

const firstLineOf = (limit: Limit): RateLimiterAbstract => {
  const known = firstLines.get(limit.name);
  if (known) return known;
  const made = new RateLimiterMemory({ keyPrefix: limit.name, points: limit.points * 2, duration: limit.seconds });
  firstLines.set(limit.name, made);
  return made;
};

/**
 * Counts one attempt against a limit that all processes share. The window is fixed and starts with the first
 * attempt. Throws TooManyAttemptsError when the limit is used up, whether or not the account exists.
 */
export async function countAttempt(db: Database, limit: Limit, subject: string, now: Date): Promise<void> {
  await firstLineOf(limit)
    .consume(subject)
    .catch(() => {
      throw new TooManyAttemptsError(limit.seconds);
    });
  const key = `${limit.name}:${subject}`.slice(0, 255);
  const nowMs = now.getTime();
  const expire = nowMs + limit.seconds * 1000;
  // One statement, so that attempts at the same moment wait for each other's row instead of locking each other out.
  const row = await db.transaction().execute(async (trx) => {
    await trx
      .insertInto('loginLimit')
      .values({ key, points: 1, expire })
      .onDuplicateKeyUpdate({
        points: sql<number>`IF(expire <= ${nowMs}, 1, points + 1)`,
        expire: sql<number>`IF(expire <= ${nowMs}, ${expire}, expire)`,
      })
      .execute();
    return trx.selectFrom('loginLimit').select(['points', 'expire']).where('key', '=', key).executeTakeFirstOrThrow();
  });
  if (row.points > limit.points) {
    throw new TooManyAttemptsError(Math.max(1, Math.ceil(((row.expire ?? 0) - nowMs) / 1000)));
  }
}

/** Takes an attempt back: whoever knew the password was not guessing. */
export async function forgiveAttempt(db: Database, limit: Limit, subject: string): Promise<void> {
  await firstLineOf(limit).reward(subject);
  await db
    .updateTable('loginLimit')
    .set((eb) => ({ points: eb('points', '-', 1) }))
    .where('key', '=', `${limit.name}:${subject}`.slice(0, 255))
    .where('points', '>', 0)
    .execute();
}
