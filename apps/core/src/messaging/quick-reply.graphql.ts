import { sql } from 'kysely';
import { fillPlaceholders } from '../automation/action/placeholders.ts';
import { ticketPlaceholders } from '../automation/action/ticket-placeholders.ts';
import { builder } from '../graphql/builder.ts';
import { countRows, readPage, type OrderColumn } from '../graphql/connection.ts';
import { defineMutation } from '../graphql/mutation.ts';
import { recordType } from '../graphql/record.ts';
import { fromGlobalId } from '../graphql/global-id.ts';
import { Agent, ServiceGroup } from '../identity/agent.graphql.ts';
import { remember } from '../platform/context.ts';
import { Keeping, keepingCondition, SharingType } from '../sharing/sharing.graphql.ts';
import { sharingSchema } from '../sharing/sharing.ts';
import { loadVisibleTickets } from '../ticket/ticket-access.ts';
import { createQuickReplyInput, deleteQuickReplyInput, updateQuickReplyInput } from './quick-reply-input.ts';
import {
  createQuickReply,
  deleteQuickReply,
  loadVisibleReplies,
  quickReplySharing,
  updateQuickReply,
  type QuickReplyRow,
} from './write-quick-reply.ts';

const QuickReply = recordType<QuickReplyRow>('QuickReply', loadVisibleReplies);

QuickReply.implement({
  description: 'Text that people write often, with placeholders.',
  fields: (t) => ({
    name: t.exposeString('name'),
    folder: t.exposeString('folder', { description: 'Empty at the top.' }),
    code: t.exposeString('code', { nullable: true }),
    body: t.exposeString('body'),
    sharing: t.field({ type: SharingType, resolve: (reply) => sharingSchema.parse(reply.sharing) }),
    groups: t.loadableList({
      type: ServiceGroup,
      load: (ids: string[], context) => quickReplySharing.groupsOf(context, ids),
      resolve: (reply) => reply.id,
    }),
    owner: t.field({ type: Agent, nullable: true, resolve: (reply) => reply.ownerId }),
    mayChange: t.boolean({ resolve: (reply, _args, context) => quickReplySharing.mayChange(context, reply) }),
    filled: t.string({
      nullable: true,
      description: 'The text as it reads on a ticket; null where the ticket is outside the scope.',
      args: { ticketId: t.arg.id({ required: true }) },
      resolve: async (reply, { ticketId }, context) => {
        const id = fromGlobalId('Ticket', ticketId);
        if (!id) return null;
        const values = await remember(context, `placeholders:${id}`, async () => {
          const [ticket] = await loadVisibleTickets(context, [id]);
          return ticket ? ticketPlaceholders(context, ticket) : null;
        });
        return values && fillPlaceholders(reply.body, values);
      },
    }),
    version: t.exposeInt('version'),
    updatedAt: t.expose('updatedAt', { type: 'DateTime' }),
  }),
});

const order: OrderColumn[] = [
  { column: 'quick_reply.folder', direction: 'asc', valueOf: (row: QuickReplyRow) => row.folder },
  { column: 'quick_reply.name', direction: 'asc', valueOf: (row: QuickReplyRow) => row.name },
  { column: 'quick_reply.id', direction: 'asc', valueOf: (row: QuickReplyRow) => row.id },
];

builder.queryField('quickReplies', (t) =>
  t.connection({
    type: QuickReply,
    description: "The viewer's own and those shared with them, by folder and name.",
    args: {
      keeping: t.arg({ type: Keeping, defaultValue: 'all' }),
      search: t.arg.string({ description: 'Words of folder, name or code, also by pinyin; all must be there.' }),
    },
    resolve: async (_root, { keeping, search, ...args }, context) => {
      const words = (search ?? '').toLowerCase().slice(0, 100).split(/\s+/).filter(Boolean).slice(0, 8);
      let query = context.db
        .selectFrom('quickReply')
        .selectAll()
        .where(quickReplySharing.inReach(context))
        .where(keepingCondition('quick_reply', keeping ?? 'all', context));
      for (const word of words) {
        query = query.where(sql<boolean>`quick_reply.search_text LIKE ${`%${word.replace(/[\\%_]/g, '\\$&')}%`}`);
      }
      const page = await readPage(query, order, args);
      return { ...page, countTotal: () => countRows(query) };
    },
  }),
);

defineMutation({
  name: 'createQuickReply',
  description: 'Keeps a text under a name. Sharing it needs quick_reply.share.',
  input: createQuickReplyInput,
  run: async (context, input) => ({ id: await createQuickReply(context, input) }),
  fields: (t) => ({ quickReply: t.field({ type: QuickReply, nullable: true, resolve: (result) => result.id }) }),
});

defineMutation({
  name: 'updateQuickReply',
  description: 'Changes a quick reply of your own, or a shared one with quick_reply.share.',
  input: updateQuickReplyInput,
  run: async (context, input) => ({ id: await updateQuickReply(context, input) }),
  fields: (t) => ({ quickReply: t.field({ type: QuickReply, nullable: true, resolve: (result) => result.id }) }),
});

defineMutation({
  name: 'deleteQuickReply',
  description: 'Deletes a quick reply of your own, or a shared one with quick_reply.share.',
  input: deleteQuickReplyInput,
  run: async (context, input) => ({ id: await deleteQuickReply(context, input) }),
  fields: (t) => ({ deletedId: t.id({ resolve: (result) => result.id }) }),
});
