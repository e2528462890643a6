import { z } from 'zod';
import { recordAudit } from '../../platform/audit.ts';
import type { Context } from '../../platform/context.ts';
import { ValidationError } from '../../platform/errors.ts';
import { idOf, newId } from '../../platform/id.ts';
import { parseInput } from '../../platform/parse-input.ts';
import { inTransaction } from '../../platform/transaction.ts';
import { requireAgent, requirePermission } from '../actor.ts';
import { findManageableAgent } from '../agent/find-agent.ts';
import { permissionKeys, permissionSchema } from '../permissions.ts';
import { requireRights } from '../rights.ts';
import { hashToken, newToken } from '../sign-in/token.ts';

const longestMs = 366 * 86_400_000;

export const createApiCredentialInput = z.object({
  name: z.string().trim().min(1).max(100),
  scopes: z.array(z.string().pipe(permissionSchema)).min(1).max(permissionKeys.length),
  expiresAt: z.date(),
  agentId: idOf('Agent').optional().meta({
    node: 'Agent',
    description: 'In whose name it acts; the caller unless told. Somebody else needs agent.manage.',
  }),
});

/** Throws ValidationError unless the expiry lies within the coming year. */
function requireExpiry(expiresAt: Date, now: Date): void {
  const ms = expiresAt.getTime() - now.getTime();
  if (ms > 0 && ms <= longestMs) return;
  throw ValidationError.at('expiresAt', 'expiry', {
    en: 'A token expires within a year. Choose a day between tomorrow and then.',
    zh: '令牌有效期最长一年，请选择一年内的日期。',
  });
}

/**
 * Makes a token for an integrator. Returns it with the credential's id; only its hash is kept. It acts as its agent, but
 * only within `scopes`, each of which the caller holds. Throws NotPermittedError, ValidationError.
 */
export async function createApiCredential(
  context: Context,
  input: z.input<typeof createApiCredentialInput>,
): Promise<{ credentialId: string; token: string }> {
  requirePermission(context.actor, 'credential.manage');
  const caller = requireAgent(context.actor);
  const { name, scopes, expiresAt, agentId = caller } = parseInput(createApiCredentialInput, input);
  requireExpiry(expiresAt, context.now());
  requireRights(
    context.actor,
    scopes.map((permission) => ({ permission, scope: 'self' })),
  );
  if (agentId !== caller) requirePermission(context.actor, 'agent.manage');
  const credentialId = newId();
  const token = newToken('hk');
  await inTransaction(context, async (context) => {
    if (agentId !== caller) await findManageableAgent(context, agentId);
    await context.db
      .insertInto('apiCredential')
      .values({
        id: credentialId,
        name,
        agentId,
        tokenHash: hashToken(token),
        hint: token.slice(-4),
        scopes: JSON.stringify([...new Set(scopes)]),
        createdAt: context.now(),
        expiresAt,
      })
      .execute();
    await recordAudit(context, {
      action: 'api_credential.created',
      subjectType: 'api_credential',
      subjectId: credentialId,
      changes: { name, agentId, scopes, expiresAt },
    });
  });
  return { credentialId, token };
}
