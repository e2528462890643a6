import { z } from 'zod';
import { recordAudit } from '../../platform/audit.ts';
import type { Context } from '../../platform/context.ts';
import { NotFoundError } from '../../platform/errors.ts';
import { idOf } from '../../platform/id.ts';
import { parseInput } from '../../platform/parse-input.ts';
import { inTransaction } from '../../platform/transaction.ts';
import { requirePermission } from '../actor.ts';
import { credentialsInReach } from './api-credential-access.ts';

export const revokeApiCredentialInput = z.object({ credentialId: idOf('ApiCredential') });

/** Ends a token at once; revoking twice is no fault. Throws NotFoundError for somebody else's without agent.manage. */
export async function revokeApiCredential(
  context: Context,
  input: z.input<typeof revokeApiCredentialInput>,
): Promise<string> {
  requirePermission(context.actor, 'credential.manage');
  const { credentialId } = parseInput(revokeApiCredentialInput, input);
  return inTransaction(context, async (context) => {
    const credential = await context.db
      .selectFrom('apiCredential')
      .select(['name', 'revokedAt'])
      .where('id', '=', credentialId)
      .where(credentialsInReach(context))
      .forUpdate()
      .executeTakeFirst();
    if (!credential) throw new NotFoundError('API token');
    if (credential.revokedAt) return credentialId;
    await context.db
      .updateTable('apiCredential')
      .set({ revokedAt: context.now() })
      .where('id', '=', credentialId)
      .execute();
    await recordAudit(context, {
      action: 'api_credential.revoked',
      subjectType: 'api_credential',
      subjectId: credentialId,
      changes: { name: credential.name },
    });
    return credentialId;
  });
}
