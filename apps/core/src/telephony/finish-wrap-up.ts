import { z } from 'zod';
import { requireAgent } from '../identity/actor.ts';
import { changePresence, lockPresence } from '../presence/change-presence.ts';
import { atRest } from '../presence/presence-state.ts';
import type { Context } from '../platform/context.ts';
import { ValidationError } from '../platform/errors.ts';
import { parseInput } from '../platform/parse-input.ts';
import { inTransaction } from '../platform/transaction.ts';
import type { CallRow } from './call-access.ts';
import { callRulesOf } from './call-rules.ts';
import { lockCallOf } from './command/lock-call-of.ts';
import { callInput } from './command/lock-own-call.ts';
import { offeredDispositions } from './disposition/offered-dispositions.ts';
import { offerWaitingCall } from './queue/offer-waiting-calls.ts';

export const finishWrapUpInput = callInput.extend({
  disposition: z
    .string()
    .trim()
    .max(60)
    .nullish()
    .meta({ description: 'What came of the call: the key of a disposition.' }),
});

async function noteDisposition(context: Context, call: CallRow, disposition: string | null, isOwn: boolean) {
  const { groupId, isDispositionRequired } = await callRulesOf(context, call);
  if (disposition) {
    const offered = await offeredDispositions(context, groupId);
    if (!offered.some(({ key }) => key === disposition)) {
      throw ValidationError.at('disposition', 'no_such_disposition', {
        en: 'This result is not offered for this call. Choose from the list.',
        zh: '该通话没有此服务结果，请从列表中选择。',
      });
    }
    await context.db.updateTable('call').set({ disposition }).where('id', '=', call.id).execute();
  } else if (isOwn && isDispositionRequired && !call.disposition && call.answeredAt) {
    throw ValidationError.at('disposition', 'disposition_needed', {
      en: 'Choose what came of the call first.',
      zh: '请先选择服务结果。',
    });
  }
}

/**
 * Notes what came of a call that the caller had, and ends the wrapping up after it. Throws NotFoundError for another's
 * call, ValidationError if the group wants a disposition and there is none, or it is not offered.
 */
export async function finishWrapUp(context: Context, input: z.input<typeof finishWrapUpInput>): Promise<string> {
  const { callId, disposition } = parseInput(finishWrapUpInput, input);
  const agentId = requireAgent(context.actor);
  return inTransaction(context, async (context) => {
    const call = await lockCallOf(context, callId, agentId);
    await noteDisposition(context, call, disposition || null, call.agentId === agentId);
    const presence = await lockPresence(context, agentId);
    if (presence.state === 'wrap_up' && presence.callId === callId) {
      await changePresence(context, presence, atRest(presence.reasonId), 'self');
      if (!presence.reasonId) await offerWaitingCall(context, agentId);
    }
    return callId;
  });
}
