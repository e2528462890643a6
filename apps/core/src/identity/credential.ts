import type { Database } from '@handoff/prisma';
import { z } from 'zod';
import type { Actor } from './actor.ts';
import { loadActor } from './load-actor.ts';
import { permissionSchema } from './permissions.ts';
import { hashToken } from './sign-in/token.ts';

const scopesSchema = z.array(permissionSchema);

/** An agent's rights as far as a token's scopes let them through. */
export function throughCredential(actor: Actor, credential: { id: string; scopes: unknown }): Actor {
  const scopes = new Set(scopesSchema.parse(credential.scopes));
  const grants = new Map([...actor.grants].filter(([permission]) => scopes.has(permission)));
  return { ...actor, kind: 'integration', credentialId: credential.id, grants };
}

const touchEveryMs = 60_000;

/** Who an API token stands for: its agent, with no more than the token's scopes. Null if it is not valid now. */
export async function actorOfCredential(db: Database, token: string, now: Date): Promise<Actor | null> {
  const credential = await db
    .selectFrom('apiCredential')
    .select(['id', 'agentId', 'scopes', 'lastUsedAt'])
    .where('tokenHash', '=', hashToken(token))
    .where('revokedAt', 'is', null)
    .where('expiresAt', '>', now)
    .executeTakeFirst();
  if (!credential) return null;
  const actor = await loadActor(db, credential.agentId);
  if (!actor) return null;
  if (now.getTime() - (credential.lastUsedAt?.getTime() ?? 0) > touchEveryMs) {
    await db.updateTable('apiCredential').set({ lastUsedAt: now }).where('id', '=', credential.id).execute();
  }
  return throughCredential(actor, credential);
}
