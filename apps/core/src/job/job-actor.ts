import type { Actor } from '../identity/actor.ts';
import { throughCredential } from '../identity/credential.ts';
import { loadActor } from '../identity/load-actor.ts';
import { keepReach } from '../identity/reach.ts';
import type { Context } from '../platform/context.ts';
import type { JobRecord } from './job-access.ts';

/** Whoever asked for a job, with the rights that they have now; null if they, or the token they used, are gone. */
export async function actorOfJob(context: Context, job: JobRecord): Promise<Actor | null> {
  const agent = await loadActor(context.db, job.createdById);
  if (!agent || !job.credentialId) return remembering(agent);
  const credential = await context.db
    .selectFrom('apiCredential')
    .select(['id', 'scopes'])
    .where('id', '=', job.credentialId)
    .where('revokedAt', 'is', null)
    .where('expiresAt', '>', context.now())
    .executeTakeFirst();
  return remembering(credential ? throughCredential(agent, credential) : null);
}

function remembering(actor: Actor | null): Actor | null {
  if (actor) keepReach(actor);
  return actor;
}
