import type { callOfferedSchema } from '@handoff/plugin-sdk';
import type { z } from 'zod';
import { findCustomerByPhone } from '../customer/find-customers.sql.ts';
import { readPhone } from '../customer/phone-number.ts';
import { isOffHours } from '../identity/working-hours/find-off-hours.ts';
import type { Context } from '../platform/context.ts';
import { newId } from '../platform/id.ts';
import type { CallRow } from './call-access.ts';

/** A call that begins. `agentId` is already known for outgoing calls. */
export interface NewCall {
  id: string;
  channelId: string;
  externalId: string;
  direction: 'inbound' | 'outbound';
  customerNumber: string;
  companyNumber: string | null;
  customerId: string | null;
  /** The ticket from which it is made. */
  ticketId?: string | null;
  agentId: string | null;
  groupId: string | null;
  waitedSeconds: number;
  keysPressed: string | null;
  startedAt: Date;
}

/** Writes a new call, the interaction of the same id, and when the customer was last in contact. */
export async function openCall(context: Context, call: NewCall): Promise<CallRow> {
  const { e164, typed } = readPhone(call.customerNumber);
  await context.db
    .insertInto('call')
    .values({ ...call, customerNumber: typed, e164, status: 'ringing' })
    .execute();
  await context.db
    .insertInto('interaction')
    .values({
      id: call.id,
      kind: 'call',
      direction: call.direction,
      channelId: call.channelId,
      customerId: call.customerId,
      ticketId: call.ticketId ?? null,
      agentId: call.agentId,
      startedAt: call.startedAt,
    })
    .execute();
  if (call.customerId) {
    await context.db
      .updateTable('customer')
      .set({ lastContactAt: call.startedAt })
      .where('id', '=', call.customerId)
      .execute();
  }
  return context.db.selectFrom('call').selectAll().where('id', '=', call.id).executeTakeFirstOrThrow();
}

/** The group of this key, or outside its working hours the one that then has its calls; null if there is none. */
async function groupInCharge(context: Context, key: string, at: Date): Promise<string | null> {
  const group = await context.db
    .selectFrom('serviceGroup')
    .select(['id', 'calendarId', 'afterHoursGroupId'])
    .where('key', '=', key)
    .executeTakeFirst();
  if (!group) return null;
  const isClosed = group.calendarId && group.afterHoursGroupId && (await isOffHours(context, group.calendarId, at));
  return isClosed ? group.afterHoursGroupId : group.id;
}

/** Opens a call that a telephone system offers: whose number it is, and for which group. */
export async function openOfferedCall(
  context: Context,
  channelId: string,
  event: z.infer<typeof callOfferedSchema>,
): Promise<CallRow> {
  const customer = await findCustomerByPhone(context, event.customerNumber);
  return openCall(context, {
    id: newId(),
    channelId,
    externalId: event.callId,
    direction: event.direction,
    customerNumber: event.customerNumber,
    companyNumber: event.companyNumber ?? null,
    customerId: customer?.id ?? null,
    agentId: null,
    groupId: event.group ? await groupInCharge(context, event.group, event.at) : null,
    waitedSeconds: event.waitedSeconds ?? 0,
    keysPressed: event.keysPressed ?? null,
    startedAt: event.at,
  });
}
