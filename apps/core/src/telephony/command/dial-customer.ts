import { z } from 'zod';
import { customersInReach } from '../../customer/customer-access.ts';
import { findCustomerByPhone } from '../../customer/find-customers.sql.ts';
import { requireAgent, requirePermission } from '../../identity/actor.ts';
import { lockPresence } from '../../presence/change-presence.ts';
import { effectivePresence } from '../../presence/presence-state.ts';
import { dispositionNeeded } from '../../presence/set-presence.ts';
import type { Context } from '../../platform/context.ts';
import { ConflictError, NotFoundError, ValidationError } from '../../platform/errors.ts';
import { idOf, newId } from '../../platform/id.ts';
import { parseInput } from '../../platform/parse-input.ts';
import { inTransaction } from '../../platform/transaction.ts';
import { agentForPlugin } from '../find-agent.ts';
import { openCall } from '../open-call.ts';
import { writeCall } from '../write-call.ts';
import { command } from './lock-own-call.ts';

export const dialCustomerInput = z.object({
  customerPhoneId: idOf('CustomerPhone')
    .nullish()
    .meta({ node: 'CustomerPhone', description: "A customer's number, which may also be a masked one." }),
  number: z
    .string()
    .trim()
    .regex(/^\+?[\d\s()-]{3,39}$/)
    .nullish()
    .meta({ description: 'A typed number, if it is not that of a customer.' }),
});

type Target = { number: string; customerId: string | null };

async function targetOf(context: Context, input: z.output<typeof dialCustomerInput>): Promise<Target> {
  if (!input.customerPhoneId) {
    if (input.number)
      return { number: input.number, customerId: (await findCustomerByPhone(context, input.number))?.id ?? null };
    throw ValidationError.at('number', 'number_needed', { en: 'Enter whom to call.', zh: '请输入要拨打的号码。' });
  }
  const phone = await context.db
    .selectFrom('customerPhone')
    .innerJoin('customer', 'customer.id', 'customerPhone.customerId')
    .select(['customerPhone.typed', 'customerPhone.e164', 'customerPhone.customerId'])
    .where('customerPhone.id', '=', input.customerPhoneId)
    .where(await customersInReach(context, 'customer.read'))
    .executeTakeFirst();
  if (!phone) throw new NotFoundError('phone number');
  return { number: phone.e164 ?? phone.typed, customerId: phone.customerId };
}

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
    const target = await targetOf(context, wanted);
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
      agentId,
      groupId: null,
      waitedSeconds: 0,
      keysPressed: null,
      startedAt: context.now(),
    });
    const agent = await agentForPlugin(context, agentId);
    await command(context, call, { kind: 'dial', number: target.number, agent });
    await writeCall(context, call, {}, { isNew: true });
    return id;
  });
}
