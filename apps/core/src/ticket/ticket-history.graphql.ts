import type { Selectable } from 'kysely';
import { z } from 'zod';
import type { DB } from '@handoff/prisma';
import { builder } from '../graphql/builder.ts';
import { toGlobalId } from '../graphql/global-id.ts';
import { enumOf } from '../graphql/zod-input.ts';
import { LocalizedTextType } from '../graphql/localized-text.graphql.ts';
import { Agent } from '../identity/agent.graphql.ts';
import { nodeOf } from '../flow/flow-graph.ts';
import type { LocalizedText } from '../platform/text/localized-text.ts';
import { ruleWords } from '../sla/policy/rule-words.ts';
import { loadVersion } from '../ticket-type/load-version.ts';
import type { FieldChange } from './append-event.ts';
import { coverFor } from './answer/shown-answers.ts';
import type { Context } from '../platform/context.ts';
import { otherTicketIn } from './link/tell-both.ts';
import { mergedInto } from './merge/merged-tickets.sql.ts';
import type { TicketRow } from './ticket-access.ts';
import { standInsIn } from './step/stand-in-changes.ts';
import { StandInType } from './step/stand-in.graphql.ts';
import { subTicketIn } from './sub-ticket/tell-parent.ts';
import { Ticket } from './ticket.graphql.ts';

interface EventRow extends Omit<Selectable<DB['ticketEvent']>, 'changes' | 'trace' | 'cause'> {
  cause: EventCause | null;
  nodeName: LocalizedText | null;
  changes: FieldChange[];
  trace: unknown;
  rule: LocalizedText | null;
}

const changesSchema = z.array(z.object({ field: z.string(), from: z.unknown(), to: z.unknown() }));

export const FieldChangeType = builder.objectRef<FieldChange>('FieldChange').implement({
  description: 'What an event changed. A designed field is named `answers.` and its key.',
  fields: (t) => ({
    field: t.exposeString('field'),
    from: t.expose('from', { type: 'JSON', nullable: true }),
    to: t.expose('to', { type: 'JSON', nullable: true }),
  }),
});

const causeSchema = z.object({ kind: z.enum(['trigger', 'macro']), name: z.string() });
type EventCause = z.infer<typeof causeSchema>;

const EventCauseKind = enumOf('EventCauseKind', causeSchema.shape.kind);
const EventCauseType = builder.objectRef<EventCause>('EventCause').implement({
  description: 'The trigger or macro that did what a line of the history tells.',
  fields: (t) => ({
    kind: t.expose('kind', { type: EventCauseKind }),
    name: t.exposeString('name', { description: 'As it was called then.' }),
  }),
});

export const TicketEvent = builder.objectRef<EventRow>('TicketEvent').implement({
  description: 'One line of the history, numbered without a gap.',
  fields: (t) => ({
    id: t.id({ resolve: (event) => toGlobalId('TicketEvent', event.id) }),
    sequence: t.exposeInt('sequence'),
    kind: t.exposeString('kind'),
    at: t.expose('at', { type: 'DateTime' }),
    actor: t.field({
      type: Agent,
      nullable: true,
      description: 'Null for the system.',
      resolve: (event) => event.actorId,
    }),
    rule: t.expose('rule', {
      type: LocalizedTextType,
      nullable: true,
      description: 'Of what the system did: the SLA policy and its reminder or step of the ladder.',
    }),
    toAgent: t.field({
      type: Agent,
      nullable: true,
      description: 'To whom a step was given, or whose approval was asked for.',
      resolve: ({ changes }) => {
        const given = changes.find(({ field }) => field === 'handler' || field === 'countersigner')?.to;
        return typeof given === 'string' ? given : null;
      },
    }),
    toGroupName: t.string({
      nullable: true,
      description: 'To which group a step was given, as it was called then.',
      resolve: ({ changes }) => {
        const given = changes.find(({ field }) => field === 'group')?.to;
        return typeof given === 'string' ? given : null;
      },
    }),
    standIns: t.field({
      type: [StandInType],
      description: 'Who got the step for somebody who is away.',
      resolve: ({ changes }) => standInsIn(changes),
    }),
    cause: t.field({ type: EventCauseType, nullable: true, resolve: (event) => event.cause }),
    nodeName: t.expose('nodeName', { type: LocalizedTextType, nullable: true }),
    body: t.exposeString('body', { nullable: true }),
    subTicket: t.field({
      type: Ticket,
      nullable: true,
      description: 'The sub-ticket that was made, or merged; null outside the caller’s scope.',
      resolve: ({ changes }) => subTicketIn(changes),
    }),
    otherTicket: t.field({
      type: Ticket,
      nullable: true,
      description: 'The other ticket of a link, merge or split; null outside the caller’s scope.',
      resolve: ({ changes }) => otherTicketIn(changes),
    }),
    changes: t.field({ type: [FieldChangeType], resolve: (event) => event.changes }),
    trace: t.expose('trace', {
      type: 'JSON',
      nullable: true,
      description: 'Which edges and rules decided, on what values.',
    }),
  }),
});

builder.objectField(Ticket, 'history', (t) =>
  t.field({
    type: [TicketEvent],
    description: 'The newest events after `afterSequence`, oldest first; 200 at most.',
    args: { afterSequence: t.arg.int({ defaultValue: 0 }) },
    resolve: async (ticket, { afterSequence }, context) => {
      const rows = await context.db
        .selectFrom('ticketEvent')
        .selectAll()
        .where('ticketId', '=', ticket.id)
        .where('sequence', '>', afterSequence ?? 0)
        .orderBy('sequence', 'desc')
        .limit(200)
        .execute();
      return showEvents(context, ticket, rows.reverse());
    },
  }),
);

/** Lines of a ticket's history as the caller may read them. The caller's right to see them has been checked. */
export async function showEvents(
  context: Context,
  ticket: TicketRow,
  rows: readonly Selectable<DB['ticketEvent']>[],
): Promise<EventRow[]> {
  const { definition } = await loadVersion(context, ticket.versionId);
  const cover = await coverFor(context, ticket);
  return rows.map((row) => ({
    ...row,
    changes: cover.changes(changesSchema.parse(row.changes)),
    trace: cover.trace(row.trace),
    cause: row.cause ? causeSchema.parse(row.cause) : null,
    rule: row.kind.startsWith('sla_') ? ruleWords(definition.sla, row.trace) : null,
    nodeName: row.nodeId ? (nodeOf(definition.flow, row.nodeId)?.name ?? null) : null,
  }));
}

interface Attachment {
  id: string;
  name: string;
  contentType: string;
  sizeBytes: number;
  createdAt: Date;
  uploadedById: string | null;
}

export const File = builder.objectRef<Attachment>('File').implement({
  description: 'An attached file.',
  fields: (t) => ({
    id: t.id({ resolve: (file) => toGlobalId('File', file.id) }),
    name: t.exposeString('name'),
    contentType: t.exposeString('contentType', { description: 'As its content says, whatever its name.' }),
    sizeBytes: t.exposeInt('sizeBytes'),
    createdAt: t.expose('createdAt', { type: 'DateTime' }),
    uploadedBy: t.field({ type: Agent, nullable: true, resolve: (file) => file.uploadedById }),
    url: t.string({
      description: 'Where to fetch it, as somebody who may see the ticket.',
      resolve: (file) => `/files/${file.id}`,
    }),
  }),
});

builder.objectField(Ticket, 'files', (t) =>
  t.field({
    type: [File],
    description: 'Also those of tickets that were merged into it.',
    resolve: async (ticket, _args, context) =>
      context.db
        .selectFrom('file')
        .select(['id', 'name', 'contentType', 'sizeBytes', 'createdAt', 'uploadedById'])
        .where('ownerType', '=', 'ticket')
        .where('ownerId', 'in', [ticket.id, ...(await mergedInto(context, ticket.id))])
        .orderBy('id')
        .limit(200)
        .execute(),
  }),
);
