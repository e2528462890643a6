import { setTimeout as wait } from 'node:timers/promises';
import type { Database } from '@handoff/prisma';

/** Waits until the outbox is empty, so that what is measured next does not pay for what came before; false if it is not in time. */
export async function untilHandedOn(db: Database, seconds = 300): Promise<boolean> {
  for (const until = Date.now() + seconds * 1000; Date.now() < until; await wait(500)) {
    const row = await db.selectFrom('outbox').select('id').where('isPending', '=', true).limit(1).executeTakeFirst();
    if (!row) return true;
  }
  return false;
}
