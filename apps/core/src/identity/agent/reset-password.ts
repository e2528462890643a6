import type { z } from 'zod';
import { recordAudit } from '../../platform/audit.ts';
import type { Context } from '../../platform/context.ts';
import { parseInput } from '../../platform/parse-input.ts';
import { inTransaction } from '../../platform/transaction.ts';
import { requirePermission } from '../actor.ts';
import { hashPassword } from '../sign-in/password.ts';
import { resetPasswordInput } from './agent-input.ts';
import { endSessions, findManageableAgent } from './find-agent.ts';
import { newTemporaryPassword } from './temporary-password.ts';

/**
 * Gives an agent a new password, which is kept nowhere and has to be changed at the next sign-in, and signs them out
 * everywhere. Throws NotFoundError, and NotPermittedError for an agent who holds rights that the caller lacks.
 */
export async function resetPassword(
  context: Context,
  input: z.input<typeof resetPasswordInput>,
): Promise<{ agentId: string; temporaryPassword: string }> {
  requirePermission(context.actor, 'agent.manage');
  const { agentId } = parseInput(resetPasswordInput, input);
  const temporaryPassword = newTemporaryPassword();
  const passwordHash = await hashPassword(temporaryPassword);
  await inTransaction(context, async (context) => {
    const agent = await findManageableAgent(context, agentId);
    await context.db
      .updateTable('agent')
      .set({ passwordHash, mustChangePassword: true, version: agent.version + 1, updatedAt: context.now() })
      .where('id', '=', agentId)
      .execute();
    await endSessions(context, agentId);
    await recordAudit(context, { action: 'agent.password_reset', subjectType: 'agent', subjectId: agentId });
  });
  return { agentId, temporaryPassword };
}
