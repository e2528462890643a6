import { Customer } from '../customer/customer.graphql.ts';
import { builder } from '../graphql/builder.ts';
import { defineMutation } from '../graphql/mutation.ts';
import { recordType } from '../graphql/record.ts';
import type { Context } from '../platform/context.ts';
import { Ticket } from '../ticket/ticket.graphql.ts';
import { changeCustomerTags } from './change-customer-tags.ts';
import { changeTicketTags } from './change-ticket-tags.ts';
import { createTag } from './create-tag.ts';
import { countRecords, deleteTag, mergeTag } from './remove-tag.ts';
import {
  changeCustomerTagsInput,
  changeTicketTagsInput,
  createTagInput,
  deleteTagInput,
  mergeTagInput,
  updateTagInput,
} from './tag-input.ts';
import { isOffered, loadTagTree, pathName, type TagRow } from './tag-tree.ts';
import { updateTag } from './update-tag.ts';

export const Tag = recordType<TagRow>('Tag', async (context, ids) => {
  if (context.actor.kind === 'anonymous') return ids.map(() => null);
  const { byId } = await loadTagTree(context);
  return ids.map((id) => byId.get(id) ?? null);
});

Tag.implement({
  description: 'What records are marked with. Tags form a tree.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'Unique among those at the same place.' }),
    path: t.string({
      description: 'Its name after those above it: "Delivery / Late".',
      resolve: async (tag, _args, context) => pathName(await loadTagTree(context), tag.id),
    }),
    parent: t.field({ type: Tag, nullable: true, resolve: (tag) => tag.parentId || null }),
    isActive: t.exposeBoolean('isActive'),
    isOffered: t.boolean({
      description: 'Whether records are offered it: it and all above it are in use.',
      resolve: async (tag, _args, context) => isOffered(await loadTagTree(context), tag.id),
    }),
    ticketCount: t.loadable({
      type: 'Int',
      description: 'How many tickets carry it or one below it.',
      load: async (ids: string[], context) =>
        (await countRecords(context, await loadTagTree(context), ids)).map(({ ticket }) => ticket),
      resolve: (tag) => tag.id,
    }),
    customerCount: t.loadable({
      type: 'Int',
      description: 'How many customers carry it or one below it.',
      load: async (ids: string[], context) =>
        (await countRecords(context, await loadTagTree(context), ids)).map(({ customer }) => customer),
      resolve: (tag) => tag.id,
    }),
    version: t.exposeInt('version'),
    updatedAt: t.expose('updatedAt', { type: 'DateTime' }),
  }),
});

builder.queryField('tags', (t) =>
  t.field({
    type: [Tag],
    description: 'Every tag, each before those below it; a thousand at most.',
    resolve: async (_root, _args, context) =>
      context.actor.kind === 'anonymous' ? [] : [...(await loadTagTree(context)).ordered],
  }),
);

/** The tags of many records in one query, each record's in the order of the tree. */
async function tagsOf(ids: readonly string[], context: Context): Promise<TagRow[][]> {
  const [tree, rows] = await Promise.all([
    loadTagTree(context),
    context.db.selectFrom('recordTag').select(['ownerId', 'tagId']).where('ownerId', 'in', ids).execute(),
  ]);
  const carried = new Map<string, Set<string>>();
  for (const { ownerId, tagId } of rows) carried.set(ownerId, (carried.get(ownerId) ?? new Set()).add(tagId));
  return ids.map((id) => {
    const own = carried.get(id);
    return own ? tree.ordered.filter((tag) => own.has(tag.id)) : [];
  });
}

builder.objectField(Ticket, 'tags', (t) =>
  t.loadableList({ type: Tag, load: (ids: string[], context) => tagsOf(ids, context), resolve: (ticket) => ticket.id }),
);

builder.objectField(Customer, 'tags', (t) =>
  t.loadableList({
    type: Tag,
    load: (ids: string[], context) => tagsOf(ids, context),
    resolve: (customer) => customer.id,
  }),
);

const needs = 'Needs tag.manage.';

defineMutation({
  name: 'createTag',
  description: `Makes a tag. ${needs}`,
  input: createTagInput,
  run: async (context, input) => ({ tagId: await createTag(context, input) }),
  fields: (t) => ({ tag: t.field({ type: Tag, nullable: true, resolve: (result) => result.tagId }) }),
});

defineMutation({
  name: 'updateTag',
  description: `Renames a tag, moves it in the tree, or takes it out of use. ${needs}`,
  input: updateTagInput,
  run: async (context, input) => ({ tagId: await updateTag(context, input) }),
  fields: (t) => ({ tag: t.field({ type: Tag, nullable: true, resolve: (result) => result.tagId }) }),
});

defineMutation({
  name: 'mergeTag',
  description: `Lets every record that carries a tag carry another instead, and removes it. ${needs}`,
  input: mergeTagInput,
  run: async (context, input) => ({ tagId: await mergeTag(context, input) }),
  fields: (t) => ({ tag: t.field({ type: Tag, nullable: true, resolve: (result) => result.tagId }) }),
});

defineMutation({
  name: 'deleteTag',
  description: `Removes a tag from every record that carries it, and for good. ${needs}`,
  input: deleteTagInput,
  run: async (context, input) => ({ tagId: await deleteTag(context, input) }),
  fields: (t) => ({ deletedId: t.id({ resolve: (result) => result.tagId }) }),
});

defineMutation({
  name: 'changeTicketTags',
  description: 'Adds and removes tags of a ticket.',
  input: changeTicketTagsInput,
  run: async (context, input) => {
    await changeTicketTags(context, input);
    return { ticketId: input.ticketId };
  },
  fields: (t) => ({ ticket: t.field({ type: Ticket, nullable: true, resolve: (result) => result.ticketId }) }),
});

defineMutation({
  name: 'changeCustomerTags',
  description: 'Adds and removes tags of a customer. Needs customer.write.',
  input: changeCustomerTagsInput,
  run: async (context, input) => ({ customerId: await changeCustomerTags(context, input) }),
  fields: (t) => ({ customer: t.field({ type: Customer, nullable: true, resolve: (result) => result.customerId }) }),
});
