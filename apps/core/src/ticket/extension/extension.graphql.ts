import { sql } from 'kysely';
import { z } from 'zod';
import { builder } from '../../graphql/builder.ts';
import { countRows, readPage, type OrderColumn } from '../../graphql/connection.ts';
import { defineMutation } from '../../graphql/mutation.ts';
import { recordType } from '../../graphql/record.ts';
import { enumOf } from '../../graphql/zod-input.ts';
import { may } from '../../identity/actor.ts';
import { Agent } from '../../identity/agent.graphql.ts';
import { ticketsInReach } from '../ticket-access.ts';
import { stateOf, Ticket } from '../ticket.graphql.ts';
import { decideExtension } from './decide-extension.ts';
import { loadVisibleExtensions, mayDecide, stepIsOpen, type ExtensionRow } from './extension-access.ts';
import { decideExtensionInput, requestExtensionInput, withdrawExtensionInput } from './extension-input.ts';
import { offerExtension, ownToken, type ExtensionOffer } from './extension-offer.ts';
import { requestExtension } from './request-extension.ts';
import { withdrawExtension } from './withdraw-extension.ts';

const most = 50;
const statusSchema = z.enum(['pending', 'approved', 'rejected', 'withdrawn', 'lapsed']);
const ExtensionStatus = enumOf('ExtensionStatus', statusSchema, 'LAPSED: the step ended before anybody decided.');

const ExtensionRequest = recordType<ExtensionRow>('ExtensionRequest', loadVisibleExtensions);

const isOpen = (request: ExtensionRow): boolean => request.status === 'pending' && request.isStepOpen;

ExtensionRequest.implement({
  description: 'A handler asks for more time on a step.',
  fields: (t) => ({
    ticket: t.field({ type: Ticket, nullable: true, resolve: (request) => request.ticketId }),
    stepId: t.exposeString('tokenId'),
    status: t.field({
      type: ExtensionStatus,
      resolve: (request) =>
        request.status === 'pending' && !request.isStepOpen ? 'lapsed' : statusSchema.parse(request.status),
    }),
    askedBy: t.field({ type: Agent, nullable: true, resolve: (request) => request.askedById }),
    approver: t.field({
      type: Agent,
      nullable: true,
      description: 'Who decides; null for whoever manages the ticket.',
      resolve: (request) => request.approverId,
    }),
    reason: t.exposeString('body'),
    dueBefore: t.expose('dueBefore', { type: 'DateTime', description: 'When the step was due as it was asked.' }),
    dueAt: t.expose('dueAt', { type: 'DateTime', description: 'Until when more time is asked for.' }),
    createdAt: t.expose('createdAt', { type: 'DateTime' }),
    decidedBy: t.field({ type: Agent, nullable: true, resolve: (request) => request.decidedById }),
    decidedAt: t.expose('decidedAt', { type: 'DateTime', nullable: true }),
    comment: t.exposeString('comment', { nullable: true }),
    mayDecide: t.boolean({
      description: 'Whether the caller decides on it now.',
      resolve: async (request, _args, context) => isOpen(request) && (await mayDecide(context, request)),
    }),
    mayWithdraw: t.boolean({
      description: 'Whether the caller may take it back now.',
      resolve: (request, _args, context) => isOpen(request) && request.askedById === context.actor.agentId,
    }),
  }),
});

const ExtensionOfferType = builder.objectRef<ExtensionOffer>('ExtensionOffer').implement({
  description: 'Whether the caller may ask for more time on their step.',
  fields: (t) => ({
    stepId: t.exposeString('stepId'),
    isOpen: t.boolean({ description: 'Whether it may be asked now.', resolve: (offer) => offer.refusal === null }),
    refusal: t.string({
      nullable: true,
      description: "Why not now, in the caller's language.",
      resolve: (offer, _args, context) => offer.refusal?.text[context.locale] ?? null,
    }),
    dueAt: t.expose('dueAt', { type: 'DateTime', nullable: true }),
    opensAt: t.expose('opensAt', { type: 'DateTime', nullable: true, description: 'From when on it may be asked.' }),
  }),
});

builder.objectFields(Ticket, (t) => ({
  extensionRequests: t.field({
    type: [ExtensionRequest],
    description: `Newest first; ${most} at most.`,
    resolve: async (ticket, _args, context) => {
      const rows = await context.db
        .selectFrom('extensionRequest')
        .select('id')
        .where('ticketId', '=', ticket.id)
        .orderBy('id', 'desc')
        .limit(most)
        .execute();
      return rows.map(({ id }) => id);
    },
  }),
  extensionOffer: t.field({
    type: ExtensionOfferType,
    nullable: true,
    description: 'Null for whoever has no step of it.',
    resolve: (ticket, _args, context) => {
      const token = ownToken(stateOf(ticket), context.actor.agentId);
      return token ? offerExtension(context, ticket, token) : null;
    },
  }),
}));

const oldestFirst: OrderColumn[] = [
  { column: 'extensionRequest.id', direction: 'asc', valueOf: (row: { id: string }) => row.id },
];

builder.queryField('extensionRequestsToDecide', (t) =>
  t.connection({
    type: ExtensionRequest,
    description: 'What waits for the caller’s decision, longest first.',
    resolve: async (_root, args, context) => {
      const inReach = await ticketsInReach(context, 'ticket.read');
      const managed = may(context.actor, 'ticket.manage') ? await ticketsInReach(context, 'ticket.manage') : sql`FALSE`;
      const { agentId } = context.actor;
      const query = context.db
        .selectFrom('extensionRequest')
        .innerJoin('ticket', 'ticket.id', 'extensionRequest.ticketId')
        .select('extensionRequest.id')
        .where('extensionRequest.status', '=', 'pending')
        .where('extensionRequest.askedById', '<>', agentId ?? '')
        .where(
          sql<boolean>`(extension_request.approver_id = ${agentId} OR (extension_request.approver_id IS NULL AND ${managed}))`,
        )
        .where(stepIsOpen)
        .where(inReach);
      const page = await readPage(query, oldestFirst, args);
      return {
        edges: page.edges.map(({ cursor, node }) => ({ cursor, node: node.id })),
        pageInfo: page.pageInfo,
        countTotal: () => countRows(query),
      };
    },
  }),
);

defineMutation({
  name: 'requestExtension',
  description: "Asks for more time on the caller's step; the reporting manager, else the department's head, decides.",
  input: requestExtensionInput,
  run: async (context, input) => ({ requestId: await requestExtension(context, input) }),
  fields: (t) => ({
    request: t.field({ type: ExtensionRequest, nullable: true, resolve: (result) => result.requestId }),
  }),
});

defineMutation({
  name: 'decideExtension',
  description: 'Grants or refuses a request; granting moves the due time. For its approver and who manages the ticket.',
  input: decideExtensionInput,
  run: async (context, input) => ({ requestId: await decideExtension(context, input) }),
  fields: (t) => ({
    request: t.field({ type: ExtensionRequest, nullable: true, resolve: (result) => result.requestId }),
  }),
});

defineMutation({
  name: 'withdrawExtension',
  description: 'Takes a request back that nobody has decided on. For who asked.',
  input: withdrawExtensionInput,
  run: async (context, input) => ({ requestId: await withdrawExtension(context, input) }),
  fields: (t) => ({
    request: t.field({ type: ExtensionRequest, nullable: true, resolve: (result) => result.requestId }),
  }),
});
