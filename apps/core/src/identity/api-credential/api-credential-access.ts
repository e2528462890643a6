import { sql, type RawBuilder, type Selectable } from 'kysely';
import type { DB } from '@handoff/prisma';
import type { Context } from '../../platform/context.ts';
import { may } from '../actor.ts';
import { inOrderOf } from '../identity-loaders.ts';

export type ApiCredentialRow = Omit<Selectable<DB['apiCredential']>, 'tokenHash'>;

/** The access rule of tokens: one's own, and with agent.manage everybody's. */
export function credentialsInReach({ actor }: Context): RawBuilder<boolean> {
  if (!may(actor, 'credential.manage')) return sql`FALSE`;
  return may(actor, 'agent.manage') ? sql`TRUE` : sql`api_credential.agent_id = ${actor.agentId}`;
}

export const apiCredentialColumns = [
  'id',
  'name',
  'agentId',
  'hint',
  'scopes',
  'createdAt',
  'expiresAt',
  'lastUsedAt',
  'revokedAt',
] as const;

export async function loadVisibleApiCredentials(
  context: Context,
  ids: readonly string[],
): Promise<(ApiCredentialRow | null)[]> {
  const rows = await context.db
    .selectFrom('apiCredential')
    .select(apiCredentialColumns)
    .where('id', 'in', ids)
    .where(credentialsInReach(context))
    .execute();
  return inOrderOf(ids, rows);
}
