import { z } from 'zod';
import { recordAudit } from '../../platform/audit.ts';
import type { Context } from '../../platform/context.ts';
import { ValidationError } from '../../platform/errors.ts';
import { parseInput } from '../../platform/parse-input.ts';
import { inTransaction } from '../../platform/transaction.ts';
import { requireAgent } from '../actor.ts';
import { hashPassword, passwordSchema, verifyPassword } from './password.ts';

export const changePasswordInput = z.object({ oldPassword: z.string().min(1).max(200), newPassword: passwordSchema });

/** Sets the caller's own password and signs their other browsers out. Throws ValidationError if the old one is wrong. */
export async function changePassword(context: Context, input: z.infer<typeof changePasswordInput>): Promise<void> {
  const agentId = requireAgent(context.actor);
  const { oldPassword, newPassword } = parseInput(changePasswordInput, input);
  const agent = await context.db
    .selectFrom('agent')
    .select('passwordHash')
    .where('id', '=', agentId)
    .executeTakeFirstOrThrow();
  if (!(await verifyPassword(agent.passwordHash, oldPassword))) {
    throw ValidationError.at('oldPassword', 'wrong_password', {
      en: 'This is not your present password.',
      zh: '当前密码不正确。',
    });
  }
  const passwordHash = await hashPassword(newPassword);
  await inTransaction(context, async (context) => {
    const now = context.now();
    await context.db
      .updateTable('agent')
      .set({ passwordHash, mustChangePassword: false, updatedAt: now })
      .where('id', '=', agentId)
      .execute();
    await context.db
      .updateTable('session')
      .set({ revokedAt: now })
      .where('agentId', '=', agentId)
      .where('revokedAt', 'is', null)
      .where('id', '!=', context.actor.sessionId ?? '')
      .execute();
    await recordAudit(context, { action: 'changed_password', subjectType: 'agent', subjectId: agentId });
  });
}
