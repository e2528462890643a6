import type { Selectable } from 'kysely';
import type { DB } from '@handoff/prisma';
import { builder } from '../../graphql/builder.ts';
import { LocalizedTextType } from '../../graphql/localized-text.graphql.ts';
import { defineMutation } from '../../graphql/mutation.ts';
import { recordType } from '../../graphql/record.ts';
import { inOrderOf } from '../../identity/identity-loaders.ts';
import type { LocalizedText } from '../../platform/text/localized-text.ts';
import { createNotReadyReason } from './create-not-ready-reason.ts';
import { createNotReadyReasonInput, updateNotReadyReasonInput } from './not-ready-reason-input.ts';
import { updateNotReadyReason } from './update-not-ready-reason.ts';

export const NotReadyReason = recordType<Selectable<DB['notReadyReason']>>('NotReadyReason', async (context, ids) => {
  if (context.actor.kind === 'anonymous') return ids.map(() => null);
  return inOrderOf(ids, await context.db.selectFrom('notReadyReason').selectAll().where('id', 'in', ids).execute());
});

NotReadyReason.implement({
  description: 'Why an agent takes no calls.',
  fields: (t) => ({
    key: t.exposeString('key', { description: 'How integrators refer to it; stays the same.' }),
    label: t.field({ type: LocalizedTextType, resolve: (reason) => reason.labels as LocalizedText }),
    isOutgoingAllowed: t.exposeBoolean('isOutgoingAllowed', { description: 'Whether one may call out meanwhile.' }),
    isActive: t.exposeBoolean('isActive', { description: 'Whether it is in use, and so offered.' }),
    position: t.exposeInt('position'),
    version: t.exposeInt('version'),
  }),
});

builder.queryField('notReadyReasons', (t) =>
  t.field({
    type: [NotReadyReason],
    description: 'Those in use, in their order; there are few.',
    args: {
      includesOutOfUse: t.arg.boolean({ defaultValue: false, description: 'Also those that are out of use.' }),
    },
    resolve: (_root, { includesOutOfUse }, { db, actor }) =>
      actor.kind === 'anonymous'
        ? []
        : db
            .selectFrom('notReadyReason')
            .selectAll()
            .$if(!includesOutOfUse, (query) => query.where('isActive', '=', true))
            .orderBy('position')
            .orderBy('id')
            .limit(200)
            .execute(),
  }),
);

defineMutation({
  name: 'createNotReadyReason',
  description: 'Makes a reason for which agents may be not ready. Needs service_group.manage.',
  input: createNotReadyReasonInput,
  run: async (context, input) => ({ reasonId: await createNotReadyReason(context, input) }),
  fields: (t) => ({
    notReadyReason: t.field({ type: NotReadyReason, nullable: true, resolve: (result) => result.reasonId }),
  }),
});

defineMutation({
  name: 'updateNotReadyReason',
  description: 'Changes a reason or takes it out of use; one always stays in use. Needs service_group.manage.',
  input: updateNotReadyReasonInput,
  run: async (context, input) => ({ reasonId: await updateNotReadyReason(context, input) }),
  fields: (t) => ({
    notReadyReason: t.field({ type: NotReadyReason, nullable: true, resolve: (result) => result.reasonId }),
  }),
});
