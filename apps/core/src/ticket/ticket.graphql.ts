import { z } from 'zod';
import { recordType } from '../graphql/record.ts';
import { enumOf } from '../graphql/zod-input.ts';
import { may } from '../identity/actor.ts';
import { Agent, ServiceGroup } from '../identity/agent.graphql.ts';
import { Customer } from '../customer/customer.graphql.ts';
import { readPhone, formatPhone } from '../customer/phone-number.ts';
import { FLOW_STATUSES, type FlowState } from '../flow/flow-state.ts';
import { maskPhone } from '../platform/text/mask.ts';
import { loadVersion } from '../ticket-type/load-version.ts';
import { TicketType, TicketTypeVersion } from '../ticket-type/ticket-type.graphql.ts';
import { actionsOnTicket, ticketActions } from './available-actions.ts';
import { mayRevealTicket, shownAnswers } from './answer/shown-answers.ts';
import { loadVisibleTickets, managedAmong, type TicketRow } from './ticket-access.ts';
import { ticketSourceSchema, urgencySchema } from './ticket-input.ts';

export const ticketStatusSchema = z.enum(FLOW_STATUSES);
export const slaStateSchema = z.enum(['running', 'paused', 'breached', 'met']);

export const TicketStatus = enumOf('TicketStatus', ticketStatusSchema);
export const Urgency = enumOf('Urgency', urgencySchema);
export const TicketSourceType = enumOf('TicketSource', ticketSourceSchema, 'Where a ticket came from.');
export const SlaState = enumOf('SlaState', slaStateSchema, 'The worst that any of the clocks says.');
export const TicketActionType = enumOf('TicketAction', z.enum(ticketActions), 'What can be done to a ticket.');

export const Ticket = recordType<TicketRow>('Ticket', loadVisibleTickets);

/** The flow's state as the row holds it. */
export const stateOf = (ticket: TicketRow): FlowState => ticket.flowState as FlowState;

Ticket.implement({
  description: 'A piece of work that takes its type’s way from creation to completion.',
  fields: (t) => ({
    number: t.exposeString('number', { description: 'What people call it; never reused.' }),
    title: t.exposeString('title'),
    status: t.field({ type: TicketStatus, resolve: (ticket) => ticketStatusSchema.parse(ticket.status) }),
    urgency: t.field({ type: Urgency, resolve: (ticket) => urgencySchema.parse(ticket.urgency) }),
    source: t.field({ type: TicketSourceType, resolve: (ticket) => ticketSourceSchema.parse(ticket.source) }),
    slaState: t.field({
      type: SlaState,
      nullable: true,
      resolve: (ticket) => slaStateSchema.nullable().parse(ticket.slaState),
    }),
    dueAt: t.expose('dueAt', { type: 'DateTime', nullable: true, description: 'The nearest due time of its clocks.' }),
    type: t.field({ type: TicketType, nullable: true, resolve: (ticket) => ticket.typeId }),
    version: t.field({ type: TicketTypeVersion, nullable: true, resolve: (ticket) => ticket.versionId }),
    customer: t.field({ type: Customer, nullable: true, resolve: (ticket) => ticket.customerId }),
    contactName: t.exposeString('contactName', { nullable: true }),
    contactPhone: t.string({
      nullable: true,
      description: 'Masked without the right to see numbers in full.',
      resolve: async (ticket, _args, context) => {
        if (!ticket.contactPhone) return null;
        const phone = readPhone(ticket.contactPhone);
        return (await mayRevealTicket(context, ticket)) ? formatPhone(phone) : maskPhone(phone);
      },
    }),
    creator: t.field({ type: Agent, nullable: true, resolve: (ticket) => ticket.creatorId }),
    handler: t.field({ type: Agent, nullable: true, resolve: (ticket) => ticket.handlerId }),
    group: t.field({
      type: ServiceGroup,
      nullable: true,
      description: 'The group to which the present step is offered.',
      resolve: (ticket) => ticket.groupId,
    }),
    nodeName: t.string({
      nullable: true,
      description: "The present step, in the caller's language.",
      resolve: async (ticket, _args, context) => {
        if (!ticket.nodeId) return null;
        const { definition } = await loadVersion(context, ticket.versionId);
        return definition.flow.nodes.find((node) => node.id === ticket.nodeId)?.name[context.locale] ?? null;
      },
    }),
    answers: t.field({
      type: 'JSON',
      description:
        'By field key of the form. Phone, e-mail and identity numbers are covered without the right to see them in full; a covered value that is sent back leaves the stored one as it is.',
      resolve: (ticket, _args, context) => shownAnswers(context, ticket),
    }),
    actions: t.loadableList({
      type: TicketActionType,
      description: 'What the caller may do with the ticket as a whole; `steps` say it of each step.',
      load: async (tickets: TicketRow[], context) => {
        const ids = tickets.map(({ id }) => id);
        const managed = await managedAmong(context, ids);
        const { actor } = context;
        return tickets.map((ticket) =>
          actionsOnTicket(stateOf(ticket), {
            agentId: actor.agentId,
            mayManage: managed.has(ticket.id),
            mayCreate: may(actor, 'ticket.create'),
          }),
        );
      },
      resolve: (ticket) => ticket,
    }),
    parent: t.field({
      type: Ticket,
      nullable: true,
      description: 'The ticket of which this one is a sub-ticket; null outside the caller’s scope.',
      resolve: (ticket) => ticket.parentId,
    }),
    revision: t.exposeInt('version', { description: 'Grows with every event.' }),
    sequence: t.exposeInt('sequence', { description: 'The number of its last event.' }),
    createdAt: t.expose('createdAt', { type: 'DateTime' }),
    updatedAt: t.expose('updatedAt', { type: 'DateTime' }),
    completedAt: t.expose('completedAt', { type: 'DateTime', nullable: true }),
  }),
});
