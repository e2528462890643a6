import { z } from 'zod';
import type { Context } from '../../platform/context.ts';
import { NotFoundError } from '../../platform/errors.ts';
import { idOf } from '../../platform/id.ts';
import { forgetKept } from '../../platform/keep-for-a-moment.ts';
import { parseInput } from '../../platform/parse-input.ts';
import { requireAgent } from '../actor.ts';

export const revokeSessionInput = z.object({ sessionId: idOf('Session') });

/** Signs one of the caller's own browsers out. Throws NotFoundError if the session is not theirs. */
export async function revokeSession(context: Context, input: z.infer<typeof revokeSessionInput>): Promise<string> {
  const { sessionId } = parseInput(revokeSessionInput, input);
  const result = await context.db
    .updateTable('session')
    .set({ revokedAt: context.now() })
    .where('id', '=', sessionId)
    .where('agentId', '=', requireAgent(context.actor))
    .executeTakeFirst();
  if (result.numUpdatedRows === 0n) throw new NotFoundError('session');
  forgetKept(context);
  return sessionId;
}

/** Signs the caller's present browser out; signing out twice is no fault. */
export async function signOut(context: Context): Promise<void> {
  if (!context.actor.sessionId) return;
  await context.db
    .updateTable('session')
    .set({ revokedAt: context.now() })
    .where('id', '=', context.actor.sessionId)
    .execute();
  forgetKept(context);
}
