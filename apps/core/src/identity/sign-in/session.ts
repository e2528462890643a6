import type { Database } from '@handoff/prisma';
import type { Actor } from '../actor.ts';
import { loadActor } from '../load-actor.ts';
import { hashToken } from './token.ts';

/** A session ends this long after its last use (ms). */
export const sessionIdleMs = 12 * 60 * 60 * 1000;
const touchEveryMs = 60_000;

/** Who a session's token stands for; null if it is unknown, expired or revoked. */
export async function actorOfSession(db: Database, token: string, now: Date): Promise<Actor | null> {
  const session = await db
    .selectFrom('session')
    .select(['id', 'agentId', 'lastSeenAt'])
    .where('tokenHash', '=', hashToken(token))
    .where('revokedAt', 'is', null)
    .where('expiresAt', '>', now)
    .executeTakeFirst();
  if (!session) return null;
  const actor = await loadActor(db, session.agentId);
  if (!actor) return null;
  if (now.getTime() - session.lastSeenAt.getTime() > touchEveryMs) {
    await db
      .updateTable('session')
      .set({ lastSeenAt: now, expiresAt: new Date(now.getTime() + sessionIdleMs) })
      .where('id', '=', session.id)
      .execute();
  }
  return { ...actor, sessionId: session.id };
}
