import type { Selectable } from 'kysely';
import { z } from 'zod';
import type { DB } from '@handoff/prisma';
import { builder } from '../../graphql/builder.ts';
import { defineMutation } from '../../graphql/mutation.ts';
import { Agent } from '../../identity/agent.graphql.ts';
import type { Context } from '../../platform/context.ts';
import { loadVersion } from '../../ticket-type/load-version.ts';
import { mayLink } from '../../ticket-type/may-create.ts';
import { mayManage, type TicketRow } from '../ticket-access.ts';
import { showEvents, TicketEvent } from '../ticket-history.graphql.ts';
import { stateOf, Ticket } from '../ticket.graphql.ts';
import { mergeTicketsInput, splitTicketInput, undoMergeInput, undoSplitInput, undoUntil } from './merge-input.ts';
import { mergeTickets } from './merge-tickets.ts';
import { mergedInto } from './merged-tickets.sql.ts';
import { splitTicket } from './split-ticket.ts';
import { undoMerge } from './undo-merge.ts';
import { splitOf, undoSplit } from './undo-split.ts';

type MergeRow = Selectable<DB['ticketMerge']>;
/** A merge with the row of the ticket that ended. */
type Merged = Omit<MergeRow, 'undo'> & { ticket: TicketRow };
interface Split {
  ticketId: string;
  fromId: string;
  createdAt: Date;
  createdById: string | null;
}

const mostNotes = 100;
const copies = z.array(z.object({ field: z.string(), to: z.unknown() }));
const copyOf = z.object({ ticketId: z.string() });

/** Whether the caller may still take back what was done to a ticket then, by whom. */
async function mayTakeBack(context: Context, ticketId: string, byId: string | null, at: Date): Promise<boolean> {
  if (!context.actor.agentId || context.now() > undoUntil(at)) return false;
  return byId === context.actor.agentId || mayManage(context, ticketId);
}

const TicketMergeType = builder.objectRef<MergeRow>('TicketMerge').implement({
  description: 'In which ticket this one ended.',
  fields: (t) => ({
    into: t.field({ type: Ticket, nullable: true, resolve: (merge) => merge.intoId }),
    at: t.expose('mergedAt', { type: 'DateTime' }),
    by: t.field({ type: Agent, nullable: true, resolve: (merge) => merge.mergedById }),
    undoUntil: t.field({ type: 'DateTime', resolve: (merge) => undoUntil(merge.mergedAt) }),
    mayUndo: t.boolean({
      description: 'Whether the caller may take it back now.',
      resolve: (merge, _args, context) => mayTakeBack(context, merge.ticketId, merge.mergedById, merge.mergedAt),
    }),
  }),
});

const MergedTicketType = builder.objectRef<Merged>('MergedTicket').implement({
  description: 'A ticket that was merged into this one. Whoever sees this one sees its notes.',
  fields: (t) => ({
    number: t.string({ resolve: ({ ticket }) => ticket.number }),
    title: t.string({ resolve: ({ ticket }) => ticket.title }),
    ticket: t.field({
      type: Ticket,
      nullable: true,
      description: 'Null outside the caller’s scope.',
      resolve: (merge) => merge.ticketId,
    }),
    at: t.expose('mergedAt', { type: 'DateTime' }),
    by: t.field({ type: Agent, nullable: true, resolve: (merge) => merge.mergedById }),
    undoUntil: t.field({ type: 'DateTime', resolve: (merge) => undoUntil(merge.mergedAt) }),
    mayUndo: t.boolean({
      description: 'Whether the caller may take it back now.',
      resolve: (merge, _args, context) => mayTakeBack(context, merge.ticketId, merge.mergedById, merge.mergedAt),
    }),
    notes: t.field({
      type: [TicketEvent],
      description: `Its notes, oldest first, the newest ${mostNotes} at most.`,
      resolve: async ({ ticket, intoId }, _args, context) => {
        const rows = await context.db
          .selectFrom('ticketEvent')
          .selectAll()
          .where('ticketId', '=', ticket.id)
          .where('kind', 'in', ['commented', 'supplemented'])
          .orderBy('sequence', 'desc')
          .limit(mostNotes)
          .execute();
        // What was split off this ticket and came back stands here already.
        const isCopy = (row: (typeof rows)[number]) =>
          copies.parse(row.changes).some(({ field, to }) => {
            const source = copyOf.safeParse(to);
            return field === 'copyOf' && source.success && source.data.ticketId === intoId;
          });
        return showEvents(context, ticket, rows.filter((row) => !isCopy(row)).reverse());
      },
    }),
  }),
});

const TicketSplit = builder.objectRef<Split>('TicketSplit').implement({
  description: 'Which ticket this one was split from.',
  fields: (t) => ({
    from: t.field({ type: Ticket, nullable: true, resolve: (split) => split.fromId }),
    at: t.expose('createdAt', { type: 'DateTime' }),
    undoUntil: t.field({ type: 'DateTime', resolve: (split) => undoUntil(split.createdAt) }),
    mayUndo: t.boolean({
      description: 'Whether the caller may take it back now.',
      resolve: (split, _args, context) => mayTakeBack(context, split.ticketId, split.createdById, split.createdAt),
    }),
  }),
});

const mergeOf = (context: Context, ticketId: string): Promise<MergeRow | undefined> =>
  context.db
    .selectFrom('ticketMerge')
    .selectAll()
    .where('ticketId', '=', ticketId)
    .where('undoneAt', 'is', null)
    .executeTakeFirst();

builder.objectFields(Ticket, (t) => ({
  mergedInto: t.field({
    type: TicketMergeType,
    nullable: true,
    resolve: async (ticket, _args, context) => (await mergeOf(context, ticket.id)) ?? null,
  }),
  mergedTickets: t.field({
    type: [MergedTicketType],
    description: 'Those that ended in this one, also by way of another.',
    resolve: async (ticket, _args, context) => {
      const ids = await mergedInto(context, ticket.id);
      if (ids.length === 0) return [];
      const merges = await context.db
        .selectFrom('ticketMerge')
        .select(['id', 'ticketId', 'intoId', 'mergedById', 'mergedAt', 'undoneById', 'undoneAt'])
        .where('ticketId', 'in', ids)
        .where('undoneAt', 'is', null)
        .orderBy('id')
        .execute();
      const rows = await context.db.selectFrom('ticket').selectAll().where('id', 'in', ids).execute();
      return merges.flatMap((merge) => {
        const row = rows.find(({ id }) => id === merge.ticketId);
        return row ? [{ ...merge, ticket: row }] : [];
      });
    },
  }),
  split: t.field({
    type: TicketSplit,
    nullable: true,
    resolve: async (ticket, _args, context) => {
      const split = await splitOf(context, ticket.id);
      return split ? { ticketId: ticket.id, ...split } : null;
    },
  }),
  mayMerge: t.boolean({
    description:
      'Whether the caller may end it in another one: the link permission of its type, as its handler or manager.',
    resolve: async (ticket, _args, context) => {
      const { agentId } = context.actor;
      if (ticket.status === 'draft' || !agentId) return false;
      const isMine = stateOf(ticket).tokens.some((token) => token.assigneeId === agentId);
      if (!isMine && !(await mayManage(context, ticket.id))) return false;
      const { definition } = await loadVersion(context, ticket.versionId);
      return (await mayLink(context, definition)) && (await mergeOf(context, ticket.id)) === undefined;
    },
  }),
}));

const ticketOf = { description: 'The ticket that goes on.' };

defineMutation({
  name: 'mergeTickets',
  description:
    'Ends a duplicate in another ticket: notes, files, links and sub-tickets come along. Needs the link permission of both types.',
  input: mergeTicketsInput,
  run: async (context, input) => ({ ticketId: await mergeTickets(context, input) }),
  fields: (t) => ({
    ticket: t.field({ type: Ticket, nullable: true, ...ticketOf, resolve: (result) => result.ticketId }),
  }),
});

defineMutation({
  name: 'undoMerge',
  description: 'Takes a merge back within its time. For who merged, and who manages the merged ticket.',
  input: undoMergeInput,
  run: async (context, input) => ({ ticketId: await undoMerge(context, input) }),
  fields: (t) => ({ ticket: t.field({ type: Ticket, nullable: true, resolve: (result) => result.ticketId }) }),
});

defineMutation({
  name: 'splitTicket',
  description:
    'Makes a new ticket of a note or a part of one. Needs ticket.create and the link permission of the type.',
  input: splitTicketInput,
  run: async (context, input) => ({ ticketId: await splitTicket(context, input) }),
  fields: (t) => ({ ticket: t.field({ type: Ticket, nullable: true, resolve: (result) => result.ticketId }) }),
});

defineMutation({
  name: 'undoSplit',
  description: 'Takes a split back within its time: the new ticket ends in the one that it came of.',
  input: undoSplitInput,
  run: async (context, input) => ({ ticketId: await undoSplit(context, input) }),
  fields: (t) => ({
    ticket: t.field({ type: Ticket, nullable: true, ...ticketOf, resolve: (result) => result.ticketId }),
  }),
});
