import { sql } from 'kysely';
import { builder } from '../graphql/builder.ts';
import { defineMutation } from '../graphql/mutation.ts';
import { recordType } from '../graphql/record.ts';
import { toGlobalId } from '../graphql/global-id.ts';
import { enumOf } from '../graphql/zod-input.ts';
import { TotalCountType } from '../graphql/connection.graphql.ts';
import { Agent, ServiceGroup } from '../identity/agent.graphql.ts';
import { createSavedView } from './create-saved-view.ts';
import { deleteSavedView } from './delete-saved-view.ts';
import { loadVisibleViews, mayChangeView, viewsInReach, type SavedViewRow } from './saved-view-access.ts';
import {
  createSavedViewInput,
  deleteSavedViewInput,
  updateSavedViewInput,
  viewListSchema,
  viewQuery,
  viewSharingSchema,
  type ViewQuery,
} from './saved-view-input.ts';
import { updateSavedView } from './update-saved-view.ts';
import { readViewQuery, viewListOf } from './view-list.ts';

export const ViewList = enumOf('ViewList', viewListSchema);
const ViewSharing = enumOf('ViewSharing', viewSharingSchema, 'Who sees a view besides its owner.');

const SavedView = recordType<SavedViewRow>('SavedView', loadVisibleViews);

const ViewQueryType = builder.objectRef<ViewQuery>('ViewQuery').implement({
  description: "What a list shows: the arguments of its connection, by their names in the API, and the page's columns.",
  fields: (t) => ({
    view: t.string({ nullable: true, resolve: ({ view }) => view ?? null }),
    filter: t.field({ type: 'JSON', nullable: true, resolve: ({ filter }) => filter ?? null }),
    orderBy: t.string({ nullable: true, resolve: ({ orderBy }) => orderBy ?? null }),
    isReversed: t.exposeBoolean('isReversed'),
    columns: t.stringList({ nullable: true, resolve: ({ columns }) => columns ?? null }),
  }),
});

SavedView.implement({
  description: 'What a list shows, kept under a name. Its rows are always those that the viewer may see.',
  fields: (t) => ({
    list: t.field({ type: ViewList, resolve: (view) => viewListSchema.parse(view.list) }),
    name: t.exposeString('name'),
    query: t.field({ type: ViewQueryType, resolve: (view) => viewQuery.parse(view.query) }),
    sharing: t.field({ type: ViewSharing, resolve: (view) => viewSharingSchema.parse(view.sharing) }),
    groups: t.field({
      type: [ServiceGroup],
      resolve: async (view, _args, { db }) => {
        if (view.sharing !== 'groups') return [];
        const rows = await db.selectFrom('savedViewGroup').select('groupId').where('viewId', '=', view.id).execute();
        return rows.map((row) => row.groupId);
      },
    }),
    owner: t.field({ type: Agent, nullable: true, resolve: (view) => view.ownerId }),
    isOwn: t.boolean({ resolve: (view, _args, { actor }) => view.ownerId === actor.agentId }),
    mayChange: t.boolean({
      description: 'The owner may, and for a shared view those who hold view.share.',
      resolve: (view, _args, context) => mayChangeView(context, view),
    }),
    totalCount: t.field({
      type: TotalCountType,
      nullable: true,
      description: "How many of its rows the viewer sees. Null if the list no longer takes the view's filter.",
      resolve: (view, _args, context, info) => {
        const list = viewListSchema.parse(view.list);
        try {
          return viewListOf(list).count(context, readViewQuery(info.schema, list, viewQuery.parse(view.query)));
        } catch {
          return null;
        }
      },
    }),
    version: t.exposeInt('version', { description: 'Give it back as expectedVersion when you change the view.' }),
    updatedAt: t.expose('updatedAt', { type: 'DateTime' }),
  }),
});

builder.queryField('savedViews', (t) =>
  t.field({
    type: [SavedView],
    description: "The viewer's own views of a list, then those shared with them; 100 at most.",
    args: { list: t.arg({ type: ViewList, required: true }) },
    resolve: (_root, { list }, context) =>
      context.db
        .selectFrom('savedView')
        .selectAll()
        .where('list', '=', list)
        .where(viewsInReach(context))
        .orderBy(sql`saved_view.owner_id = ${context.actor.agentId}`, 'desc')
        .orderBy('position')
        .orderBy('id')
        .limit(100)
        .execute(),
  }),
);

defineMutation({
  name: 'createSavedView',
  description: 'Keeps what a list shows under a name. Sharing it needs view.share.',
  input: createSavedViewInput,
  run: async (context, input, schema) => {
    readViewQuery(schema, input.list, viewQuery.parse(input.query));
    return { viewId: await createSavedView(context, input) };
  },
  fields: (t) => ({ view: t.field({ type: SavedView, nullable: true, resolve: (result) => result.viewId }) }),
});

defineMutation({
  name: 'updateSavedView',
  description: 'Changes what is named of a view: one of your own, or a shared one with view.share.',
  input: updateSavedViewInput,
  run: async (context, input, schema) => {
    const [view] = input.query ? await loadVisibleViews(context, [input.savedViewId]) : [];
    if (view) readViewQuery(schema, viewListSchema.parse(view.list), viewQuery.parse(input.query));
    return { viewId: await updateSavedView(context, input) };
  },
  fields: (t) => ({ view: t.field({ type: SavedView, nullable: true, resolve: (result) => result.viewId }) }),
});

defineMutation({
  name: 'deleteSavedView',
  description: 'Deletes a view, for those it was shared with too.',
  input: deleteSavedViewInput,
  run: async (context, input) => ({ viewId: await deleteSavedView(context, input) }),
  fields: (t) => ({ viewId: t.id({ resolve: (result) => toGlobalId('SavedView', result.viewId) }) }),
});
