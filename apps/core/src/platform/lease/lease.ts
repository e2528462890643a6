import { sql } from 'kysely';
import type { Database } from '@handoff/prisma';

/** A lease that is held: `token` is higher than that of every holder before. */
export interface Lease {
  key: string;
  holder: string;
  token: number;
}

/** Takes a lease for `seconds` if nobody holds it; null if somebody does. The database's clock decides, so holders' clocks may differ. */
export async function acquireLease(db: Database, key: string, holder: string, seconds: number): Promise<Lease | null> {
  await sql`INSERT IGNORE INTO lease (\`key\`, holder, token, expires_at) VALUES (${key}, '', 0, UTC_TIMESTAMP(3))`.execute(
    db,
  );
  const result = await db
    .updateTable('lease')
    .set({ holder, token: sql`token + 1`, expiresAt: sql`UTC_TIMESTAMP(3) + INTERVAL ${seconds} SECOND` })
    .where('key', '=', key)
    .where('expiresAt', '<=', sql<Date>`UTC_TIMESTAMP(3)`)
    .executeTakeFirst();
  if (result.numUpdatedRows !== 1n) return null;
  const row = await db
    .selectFrom('lease')
    .select('token')
    .where('key', '=', key)
    .where('holder', '=', holder)
    .executeTakeFirst();
  return row ? { key, holder, token: row.token } : null;
}

/** Holds a lease for `seconds` more; false if it was lost, and then its work must end at once. */
export async function renewLease(db: Database, lease: Lease, seconds: number): Promise<boolean> {
  const result = await db
    .updateTable('lease')
    .set({ expiresAt: sql`UTC_TIMESTAMP(3) + INTERVAL ${seconds} SECOND` })
    .where('key', '=', lease.key)
    .where('token', '=', lease.token)
    .where('expiresAt', '>', sql<Date>`UTC_TIMESTAMP(3)`)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** Gives a lease back before it expires, so that the next holder need not wait. */
export async function releaseLease(db: Database, lease: Lease): Promise<void> {
  await db
    .updateTable('lease')
    .set({ expiresAt: sql`UTC_TIMESTAMP(3)` })
    .where('key', '=', lease.key)
    .where('token', '=', lease.token)
    .execute();
}
