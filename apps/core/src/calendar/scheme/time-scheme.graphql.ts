import type { Selectable } from 'kysely';
import type { DB } from '@handoff/prisma';
import { builder } from '../../graphql/builder.ts';
import { defineMutation } from '../../graphql/mutation.ts';
import { recordType } from '../../graphql/record.ts';
import { toGlobalId } from '../../graphql/global-id.ts';
import { inOrderOf } from '../../identity/identity-loaders.ts';
import { createTimeScheme } from './create-time-scheme.ts';
import { deleteTimeScheme } from './delete-time-scheme.ts';
import { findBranch } from './find-branch.ts';
import { createTimeSchemeInput, deleteTimeSchemeInput, updateTimeSchemeInput } from './time-scheme-input.ts';
import { updateTimeScheme } from './update-time-scheme.ts';

const TimeScheme = recordType<Selectable<DB['timeScheme']>>('TimeScheme', async (context, ids) => {
  if (context.actor.kind === 'anonymous') return ids.map(() => null);
  return inOrderOf(ids, await context.db.selectFrom('timeScheme').selectAll().where('id', 'in', ids).execute());
});

TimeScheme.implement({
  description: 'Named branches over calendars, for flows to choose by.',
  fields: (t) => ({
    key: t.exposeString('key', { description: 'How flows refer to it; stays the same.' }),
    name: t.exposeString('name'),
    definition: t.field({
      type: 'JSON',
      description: '`branches` (key, label, calendar) in their order, and `otherwise` (key, label).',
      resolve: (scheme) => scheme.definition,
    }),
    branchAt: t.string({
      description: 'The key of the branch that counts at an instant: the first whose calendar is open.',
      args: { at: t.arg({ type: 'DateTime', required: true }) },
      resolve: (scheme, { at }, context) => findBranch(context, scheme.definition, at),
    }),
    version: t.exposeInt('version'),
    updatedAt: t.expose('updatedAt', { type: 'DateTime' }),
  }),
});

builder.queryField('timeSchemes', (t) =>
  t.field({
    type: [TimeScheme],
    description: 'Every time scheme; there are few.',
    resolve: (_root, _args, { actor, db }) =>
      actor.kind === 'anonymous'
        ? []
        : db.selectFrom('timeScheme').selectAll().orderBy('name').orderBy('id').limit(500).execute(),
  }),
);

defineMutation({
  name: 'createTimeScheme',
  description: 'Makes a time scheme. Needs calendar.manage.',
  input: createTimeSchemeInput,
  run: async (context, input) => ({ timeSchemeId: await createTimeScheme(context, input) }),
  fields: (t) => ({
    timeScheme: t.field({ type: TimeScheme, nullable: true, resolve: (result) => result.timeSchemeId }),
  }),
});

defineMutation({
  name: 'updateTimeScheme',
  description: 'Changes the name or the branches of a time scheme. Needs calendar.manage.',
  input: updateTimeSchemeInput,
  run: async (context, input) => ({ timeSchemeId: await updateTimeScheme(context, input) }),
  fields: (t) => ({
    timeScheme: t.field({ type: TimeScheme, nullable: true, resolve: (result) => result.timeSchemeId }),
  }),
});

defineMutation({
  name: 'deleteTimeScheme',
  description: 'Removes a time scheme. Needs calendar.manage.',
  input: deleteTimeSchemeInput,
  run: async (context, input) => ({ timeSchemeId: await deleteTimeScheme(context, input) }),
  fields: (t) => ({ timeSchemeId: t.id({ resolve: (result) => toGlobalId('TimeScheme', result.timeSchemeId) }) }),
});
