import { z } from 'zod';
import { Customer } from '../customer/customer.graphql.ts';
import { mayReveal } from '../customer/customer-access.ts';
import { formatPhone } from '../customer/phone-number.ts';
import { builder } from '../graphql/builder.ts';
import { recordType } from '../graphql/record.ts';
import { enumOf } from '../graphql/zod-input.ts';
import { Agent, ServiceGroup } from '../identity/agent.graphql.ts';
import { inOrderOf } from '../identity/identity-loaders.ts';
import type { Context } from '../platform/context.ts';
import { maskPhone } from '../platform/text/mask.ts';
import { voice } from '../presence/change-presence.ts';
import { ticketsInReach } from '../ticket/ticket-access.ts';
import { mayRevealTicket } from '../ticket/answer/shown-answers.ts';
import { Ticket } from '../ticket/ticket.graphql.ts';
import { callsInReach, loadVisibleCalls, type CallRow } from './call-access.ts';
import { callStatusSchema } from './call-state.ts';

export const callDirectionSchema = z.enum(['inbound', 'outbound']);
export const CallDirection = enumOf('CallDirection', callDirectionSchema);
export const CallStatusType = enumOf('CallStatus', callStatusSchema);

export const Call = recordType<CallRow>('Call', loadVisibleCalls);

interface RecordingRow {
  id: string;
  callId: string;
  durationSeconds: number;
  createdAt: Date;
}

const Recording = recordType<RecordingRow>('Recording', async (context, ids) => {
  const rows = await context.db
    .selectFrom('recording')
    .innerJoin('call', 'call.id', 'recording.callId')
    .selectAll('recording')
    .where('recording.id', 'in', ids)
    .where(await callsInReach(context))
    .execute();
  return inOrderOf(ids, rows);
});

Recording.implement({
  description: 'The sound of a call.',
  fields: (t) => ({
    url: t.string({ description: 'Plays for whoever may see the call.', resolve: ({ id }) => `/recordings/${id}` }),
    durationSeconds: t.exposeInt('durationSeconds'),
    createdAt: t.expose('createdAt', { type: 'DateTime' }),
  }),
});

/** A stranger's number is seen by whoever sees the call, but one that was called from a ticket only with the ticket's. */
async function mayRevealStranger(context: Context, call: CallRow): Promise<boolean> {
  if (!call.ticketId || call.direction === 'inbound') return true;
  const ticket = await Ticket.getDataloader(context).load(call.ticketId);
  return ticket !== null && !(ticket instanceof Error) && (await mayRevealTicket(context, ticket));
}

const CallNumber = builder.objectRef<CallRow>('CallNumber').implement({
  description: "The customer's number in a call. Without the right to see it in full only `masked` is given.",
  fields: (t) => ({
    national: t.string({
      nullable: true,
      resolve: async (call, _args, context) => {
        const customer = await context.db
          .selectFrom('customer')
          .select('ownerId')
          .where('id', '=', call.customerId)
          .executeTakeFirst();
        const mayRead = customer ? mayReveal(context, customer) : mayRevealStranger(context, call);
        return (await mayRead) ? formatPhone({ typed: call.customerNumber, e164: call.e164 }) : null;
      },
    }),
    masked: t.string({ resolve: (call) => maskPhone({ typed: call.customerNumber, e164: call.e164 }) }),
    location: t.exposeString('location', { nullable: true }),
  }),
});

const secondsBetween = (from: Date, to: Date): number =>
  Math.max(0, Math.round((to.getTime() - from.getTime()) / 1000));

Call.implement({
  description: 'A call, from ringing to its end.',
  fields: (t) => ({
    direction: t.field({ type: CallDirection, resolve: (call) => callDirectionSchema.parse(call.direction) }),
    status: t.field({ type: CallStatusType, resolve: (call) => callStatusSchema.parse(call.status) }),
    isMuted: t.exposeBoolean('isMuted'),
    isRecorded: t.exposeBoolean('isRecorded', {
      description: 'The conversation is or was recorded, as the telephone system says.',
    }),
    customer: t.field({ type: Customer, nullable: true, resolve: (call) => call.customerId }),
    customerNumber: t.field({ type: CallNumber, resolve: (call) => call }),
    companyNumber: t.exposeString('companyNumber', { nullable: true }),
    keysPressed: t.exposeString('keysPressed', { nullable: true, description: 'In the menu, before it was offered.' }),
    agent: t.field({ type: Agent, nullable: true, resolve: (call) => call.agentId }),
    group: t.field({ type: ServiceGroup, nullable: true, resolve: (call) => call.groupId }),
    ticket: t.field({ type: Ticket, nullable: true, resolve: (call) => call.ticketId }),
    waitedSeconds: t.int({
      description: 'How long the customer waited for an answer, or waits so far.',
      resolve: (call, _args, { now }) =>
        call.waitedSeconds + secondsBetween(call.startedAt, call.answeredAt ?? call.endedAt ?? now()),
    }),
    talkSeconds: t.int({
      description: 'From the answer to the end or until now, with the time held.',
      resolve: (call, _args, { now }) => (call.answeredAt ? secondsBetween(call.answeredAt, call.endedAt ?? now()) : 0),
    }),
    heldSeconds: t.exposeInt('heldSeconds'),
    startedAt: t.expose('startedAt', { type: 'DateTime' }),
    answeredAt: t.expose('answeredAt', { type: 'DateTime', nullable: true }),
    heldAt: t.expose('heldAt', { type: 'DateTime', nullable: true, description: 'Since when the customer is held.' }),
    endedAt: t.expose('endedAt', { type: 'DateTime', nullable: true }),
    endReason: t.exposeString('endReason', {
      nullable: true,
      description: 'customer_hung_up, agent_hung_up, rejected, abandoned, no_answer, busy or failed.',
    }),
    vendorCallId: t.exposeString('externalId', { description: "The call's name in the telephone system." }),
    recordings: t.field({
      type: [Recording],
      resolve: (call, _args, context) =>
        context.db.selectFrom('recording').selectAll().where('callId', '=', call.id).orderBy('id').execute(),
    }),
    openTickets: t.field({
      type: [Ticket],
      description: "The customer's open tickets in the caller's scope, newest first; ten at most.",
      resolve: async (call, _args, context) => {
        if (!call.customerId) return [];
        const inReach = await ticketsInReach(context, 'ticket.read');
        return context.db
          .selectFrom('ticket')
          .selectAll()
          .where('customerId', '=', call.customerId)
          .where('isActive', '=', true)
          .where(inReach)
          .orderBy('id', 'desc')
          .limit(10)
          .execute();
      },
    }),
  }),
});

builder.queryField('currentCall', (t) =>
  t.field({
    type: Call,
    nullable: true,
    description: 'The call that rings at the viewer or that they are in; null otherwise.',
    resolve: async (_root, _args, context) => {
      const row = await context.db
        .selectFrom('agentPresence')
        .select('callId')
        .where('agentId', '=', context.actor.agentId)
        .where('channel', '=', voice)
        .where('state', 'in', ['ringing', 'in_call'])
        .executeTakeFirst();
      return row?.callId ?? null;
    },
  }),
);
