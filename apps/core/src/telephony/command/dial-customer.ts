import type { z } from 'zod';
import { requireAgent, requirePermission } from '../../identity/actor.ts';
import { lockPresence } from '../../presence/change-presence.ts';
import { effectivePresence } from '../../presence/presence-state.ts';
import { recordAudit } from '../../platform/audit.ts';
import { dispositionNeeded } from '../../presence/set-presence.ts';
import type { Context } from '../../platform/context.ts';
import { ConflictError } from '../../platform/errors.ts';
import { newId } from '../../platform/id.ts';
import { parseInput } from '../../platform/parse-input.ts';
import { inTransaction } from '../../platform/transaction.ts';
import { agentForPlugin } from '../find-agent.ts';
import { openCall } from '../open-call.ts';
import { writeCall } from '../write-call.ts';
import { dialCustomerInput, dialTarget } from './dial-target.ts';
import { command } from './lock-own-call.ts';

async function requireMayDial(context: Context, agentId: string): Promise<void> {
  const { state, reasonId, until } = effectivePresence(await lockPresence(context, agentId), context.now());
  if (state === 'wrap_up' && until === null) throw dispositionNeeded();
  if (state === 'ready' || state === 'wrap_up') return;
  const reason =
    state === 'not_ready' &&
    (await context.db
      .selectFrom('notReadyReason')
      .select('isOutgoingAllowed')
      .where('id', '=', reasonId)
      .executeTakeFirst());
  if (reason && reason.isOutgoingAllowed) return;
  throw new ConflictError(
    'cannot_dial_now',
    {
      en: 'You cannot call out in your present state. Set yourself ready, or end your call first.',
      zh: '当前状态不能外呼，请先示闲或结束当前通话。',
    },
    { state },
  );
}

async function telephonyChannel(context: Context): Promise<string> {
  const channel = await context.db
    .selectFrom('channel')
    .select('id')
    .where('kind', '=', 'telephony')
    .where('isActive', '=', true)
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
  if (channel) return channel.id;
  throw new ConflictError('no_telephony', {
    en: 'No telephony channel is switched on. An administrator can set one up under Channels.',
    zh: '尚未启用电话渠道，请联系管理员在渠道中设置。',
  });
}

/** Calls a customer for the caller. Returns the call's id. Throws ConflictError if the caller's state does not allow it. */
export async function dialCustomer(context: Context, input: z.input<typeof dialCustomerInput>): Promise<string> {
  requirePermission(context.actor, 'call.use');
  const agentId = requireAgent(context.actor);
  const wanted = parseInput(dialCustomerInput, input);
  return inTransaction(context, async (context) => {
    const target = await dialTarget(context, wanted);
    await requireMayDial(context, agentId);
    const id = newId();
    const call = await openCall(context, {
      id,
      channelId: await telephonyChannel(context),
      externalId: id,
      direction: 'outbound',
      customerNumber: target.number,
      companyNumber: null,
      customerId: target.customerId,
      ticketId: target.ticketId,
      agentId,
      groupId: null,
      waitedSeconds: 0,
      keysPressed: null,
      startedAt: context.now(),
    });
    const agent = await agentForPlugin(context, agentId);
    await command(context, call, { kind: 'dial', number: target.number, agent });
    await writeCall(context, call, {}, { isNew: true });
    if (target.record) {
      const { type, id: subjectId, field } = target.record;
      await recordAudit(context, {
        action: 'number_dialled',
        subjectType: type,
        subjectId,
        changes: { field, callId: id },
      });
    }
    return id;
  });
}
