import { z } from 'zod';
import { recordAudit } from '../../platform/audit.ts';
import type { Context } from '../../platform/context.ts';
import { ValidationError } from '../../platform/errors.ts';
import { newId } from '../../platform/id.ts';
import { parseInput } from '../../platform/parse-input.ts';
import { accountLimit, addressLimit, countAttempt, forgiveAttempt } from './login-limit.ts';
import { verifyPassword } from './password.ts';
import { sessionIdleMs } from './session.ts';
import { hashToken, newToken } from './token.ts';

export const signInInput = z.object({
  loginName: z.string().trim().min(1).max(100),
  password: z.string().min(1).max(200),
});
export type SignInInput = z.infer<typeof signInInput>;

/**
 * Checks name and password and opens a session. Returns its token, which is kept nowhere else.
 * Throws ValidationError without telling whether the account exists, TooManyAttemptsError over the limits.
 */
export async function signIn(
  context: Context,
  input: SignInInput,
  userAgent: string,
): Promise<{ token: string; agentId: string }> {
  const { loginName, password } = parseInput(signInInput, input);
  const now = context.now();
  const ip = context.origin?.ip ?? 'unknown';
  await countAttempt(context.db, addressLimit, ip, now);
  await countAttempt(context.db, accountLimit, loginName.toLowerCase(), now);
  const agent = await context.db
    .selectFrom('agent')
    .select(['id', 'passwordHash', 'isActive'])
    .where('loginName', '=', loginName)
    .executeTakeFirst();
  const matches = await verifyPassword(agent?.passwordHash ?? null, password);
  if (!agent || !agent.isActive || !matches) {
    throw ValidationError.at('password', 'wrong_credentials', {
      en: 'This login name and password do not go together. Check both, or ask your administrator for a new password.',
      zh: '登录名与密码不匹配，请核对，或联系管理员重置密码。',
    });
  }
  await forgiveAttempt(context.db, addressLimit, ip);
  await forgiveAttempt(context.db, accountLimit, loginName.toLowerCase());
  const token = newToken('hs');
  const id = newId();
  await context.db
    .insertInto('session')
    .values({
      id,
      tokenHash: hashToken(token),
      agentId: agent.id,
      ip,
      userAgent: userAgent.slice(0, 300),
      createdAt: now,
      lastSeenAt: now,
      expiresAt: new Date(now.getTime() + sessionIdleMs),
    })
    .execute();
  await context.db.updateTable('agent').set({ lastLoginAt: now }).where('id', '=', agent.id).execute();
  await recordAudit(context, {
    action: 'signed_in',
    subjectType: 'agent',
    subjectId: agent.id,
    actorId: agent.id,
  });
  return { token, agentId: agent.id };
}
