import type { Database } from '@handoff/prisma';
import type { Actor } from './actor.ts';
import { throughCredential } from './credential.ts';
import { loadActors } from './load-actor.ts';

const isGiven = (id: string | null | undefined): id is string => typeof id === 'string';
const distinct = (ids: (string | null | undefined)[]): string[] => [...new Set(ids.filter(isGiven))];

/** The rows of these ids that are neither revoked nor expired, by id. */
async function validSessions(db: Database, ids: readonly string[], now: Date): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await db
    .selectFrom('session')
    .select('id')
    .where('id', 'in', ids)
    .where('revokedAt', 'is', null)
    .where('expiresAt', '>', now)
    .execute();
  return new Set(rows.map(({ id }) => id));
}

async function validCredentials(db: Database, ids: readonly string[], now: Date) {
  if (ids.length === 0) return new Map<string, { id: string; scopes: unknown }>();
  const rows = await db
    .selectFrom('apiCredential')
    .select(['id', 'scopes'])
    .where('id', 'in', ids)
    .where('revokedAt', 'is', null)
    .where('expiresAt', '>', now)
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

/**
 * What these people and tokens may do now, in their order; null for whoever's session or token has been revoked or has
 * expired, and for disabled agents. Takes five queries however many they are.
 */
export async function renewActors(db: Database, actors: readonly Actor[], now: Date): Promise<(Actor | null)[]> {
  const [agents, sessions, credentials] = await Promise.all([
    loadActors(db, distinct(actors.map(({ agentId }) => agentId))),
    validSessions(db, distinct(actors.map(({ sessionId }) => sessionId)), now),
    validCredentials(db, distinct(actors.map(({ credentialId }) => credentialId)), now),
  ]);
  return actors.map(({ agentId, sessionId, credentialId }) => {
    const present = agents.get(agentId ?? '');
    if (!present) return null;
    if (credentialId) {
      const credential = credentials.get(credentialId);
      return credential ? throughCredential(present, credential) : null;
    }
    if (!sessionId) return present;
    return sessions.has(sessionId) ? { ...present, sessionId } : null;
  });
}
