import { z } from 'zod';
import { requireAgent, requirePermission } from '../identity/actor.ts';
import type { Context } from '../platform/context.ts';
import { ConflictError, ValidationError } from '../platform/errors.ts';
import { idOf } from '../platform/id.ts';
import { parseInput } from '../platform/parse-input.ts';
import { inTransaction } from '../platform/transaction.ts';
import { offerWaitingCall } from '../telephony/queue/offer-waiting-calls.ts';
import { changePresence, lockPresence } from './change-presence.ts';
import { atRest, effectivePresence, type PresenceTarget } from './presence-state.ts';
import { requireReasonInUse } from './reason/reason-in-use.ts';

export const chosenStateSchema = z.enum(['ready', 'not_ready', 'offline']);

export const setPresenceInput = z.object({
  state: chosenStateSchema,
  reasonId: idOf('NotReadyReason').nullish().meta({ description: 'Needed for NOT_READY.' }),
});

async function requireReason(context: Context, reasonId: string | null | undefined): Promise<string> {
  if (!reasonId) {
    throw ValidationError.at('reasonId', 'reason_needed', {
      en: 'Choose why you are not ready.',
      zh: '请选择示忙原因。',
    });
  }
  await requireReasonInUse(context, reasonId, 'reasonId');
  return reasonId;
}

/** Wrapping up without an end lasts until it is noted what came of the call. */
export const dispositionNeeded = (): ConflictError =>
  new ConflictError('disposition_needed', {
    en: 'Choose what came of your last call first.',
    zh: '请先选择上一通电话的服务结果。',
  });

/**
 * Sets the caller ready, not ready or offline. During a call the choice holds from its end on; whoever becomes ready
 * is offered the oldest call that waits in their groups. Throws ValidationError without a reason that is in use,
 * ConflictError if one logs out during a call, or has yet to note what came of the last one.
 */
export async function setPresence(context: Context, input: z.input<typeof setPresenceInput>): Promise<string> {
  requirePermission(context.actor, 'call.use');
  const agentId = requireAgent(context.actor);
  const { state, reasonId } = parseInput(setPresenceInput, input);
  return inTransaction(context, async (context) => {
    const reason = state === 'not_ready' ? await requireReason(context, reasonId) : null;
    const stored = await lockPresence(context, agentId);
    const { state: now, callId, until } = effectivePresence(stored, context.now());
    const isBusy = now === 'ringing' || now === 'in_call';
    if (isBusy && state === 'offline') {
      throw new ConflictError('in_call', {
        en: 'You are in a call. Log out of telephony when it has ended.',
        zh: '您正在通话中，请在通话结束后再退出电话。',
      });
    }
    if (now === 'wrap_up' && until === null && state !== 'offline') throw dispositionNeeded();
    const chosen: PresenceTarget =
      state === 'offline' ? { state, reasonId: null, callId: null, until: null } : atRest(reason);
    await changePresence(context, stored, isBusy ? { state: now, callId, until, reasonId: reason } : chosen, 'self');
    if (!isBusy && state === 'ready') await offerWaitingCall(context, agentId);
    return agentId;
  });
}
