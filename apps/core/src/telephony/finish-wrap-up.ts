import { z } from 'zod';
import { requireAgent } from '../identity/actor.ts';
import { changePresence, lockPresence } from '../presence/change-presence.ts';
import { atRest } from '../presence/presence-state.ts';
import type { Context } from '../platform/context.ts';
import { NotFoundError } from '../platform/errors.ts';
import { parseInput } from '../platform/parse-input.ts';
import { inTransaction } from '../platform/transaction.ts';
import { callInput } from './command/lock-own-call.ts';
import { offerWaitingCall } from './offer-waiting-calls.ts';

export const finishWrapUpInput = callInput.extend({
  disposition: z.string().trim().max(60).nullish().meta({ description: 'What came of the call.' }),
});

/** Notes what came of the caller's call, and ends the wrapping up after it. Throws NotFoundError for another's call. */
export async function finishWrapUp(context: Context, input: z.input<typeof finishWrapUpInput>): Promise<string> {
  const { callId, disposition } = parseInput(finishWrapUpInput, input);
  const agentId = requireAgent(context.actor);
  return inTransaction(context, async (context) => {
    const call = await context.db
      .selectFrom('call')
      .select('disposition')
      .where('id', '=', callId)
      .where('agentId', '=', agentId)
      .forUpdate()
      .executeTakeFirst();
    if (!call) throw new NotFoundError('call');
    if (disposition) await context.db.updateTable('call').set({ disposition }).where('id', '=', callId).execute();
    const presence = await lockPresence(context, agentId);
    if (presence.state === 'wrap_up' && presence.callId === callId) {
      await changePresence(context, presence, atRest(presence.reasonId), 'self');
      if (!presence.reasonId) await offerWaitingCall(context, agentId);
    }
    return callId;
  });
}
