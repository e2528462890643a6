import { sql } from 'kysely';
import type { Context } from './context.ts';

/**
 * Takes the next number of a named sequence, starting at 1. It is taken in the pool, outside the caller's
 * transaction, so that creators do not queue behind each other's commit; a rolled-back one leaves a gap.
 */
export async function nextNumber(context: Context, key: string): Promise<number> {
  const result = await sql`
    INSERT INTO number_sequence (\`key\`, value) VALUES (${key}, LAST_INSERT_ID(1))
    ON DUPLICATE KEY UPDATE value = LAST_INSERT_ID(value + 1)`.execute(context.pool);
  return Number(result.insertId ?? 0);
}
