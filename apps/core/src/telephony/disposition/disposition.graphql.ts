import { builder } from '../../graphql/builder.ts';
import { LocalizedTextType } from '../../graphql/localized-text.graphql.ts';
import { defineMutation } from '../../graphql/mutation.ts';
import { recordType } from '../../graphql/record.ts';
import { ServiceGroup } from '../../identity/agent.graphql.ts';
import { inOrderOf } from '../../identity/identity-loaders.ts';
import { NotReadyReason } from '../../presence/reason/not-ready-reason.graphql.ts';
import { remember } from '../../platform/context.ts';
import type { LocalizedText } from '../../platform/text/localized-text.ts';
import { Call } from '../call.graphql.ts';
import { callRulesOf } from '../call-rules.ts';
import { createDisposition } from './create-disposition.ts';
import { createDispositionInput, updateDispositionInput } from './disposition-input.ts';
import { offeredDispositions, type DispositionRow } from './offered-dispositions.ts';
import { updateDisposition } from './update-disposition.ts';

const Disposition = recordType<DispositionRow>('Disposition', async (context, ids) => {
  if (context.actor.kind === 'anonymous') return ids.map(() => null);
  return inOrderOf(ids, await context.db.selectFrom('disposition').selectAll().where('id', 'in', ids).execute());
});

Disposition.implement({
  description: 'What can have come of a call.',
  fields: (t) => ({
    key: t.exposeString('key', { description: 'How calls and integrators refer to it; stays the same.' }),
    label: t.field({ type: LocalizedTextType, resolve: (row) => row.labels as LocalizedText }),
    isActive: t.exposeBoolean('isActive'),
    position: t.exposeInt('position'),
    version: t.exposeInt('version'),
  }),
});

builder.objectFields(Call, (t) => ({
  disposition: t.exposeString('disposition', {
    nullable: true,
    description: 'What came of it, as its agent noted: the key of a disposition.',
  }),
  dispositionLabel: t.field({
    type: LocalizedTextType,
    nullable: true,
    resolve: async (call, _args, context) => {
      if (!call.disposition) return null;
      const labels = await remember(context, 'labels of dispositions', async () => {
        const rows = await context.db.selectFrom('disposition').select(['key', 'labels']).limit(1_000).execute();
        return new Map(rows.map(({ key, labels }) => [key, labels as LocalizedText]));
      });
      return labels.get(call.disposition) ?? null;
    },
  }),
  dispositions: t.field({
    type: [Disposition],
    description: 'What it can come to, by its service group.',
    resolve: async (call, _args, context) => offeredDispositions(context, (await callRulesOf(context, call)).groupId),
  }),
  isDispositionRequired: t.boolean({
    description: 'Whether wrapping up ends only when it is noted what came of the call.',
    resolve: async (call, _args, context) => (await callRulesOf(context, call)).isDispositionRequired,
  }),
}));

builder.objectFields(ServiceGroup, (t) => ({
  ringSeconds: t.exposeInt('ringSeconds', { description: 'How long a call rings at one agent.' }),
  wrapUpSeconds: t.exposeInt('wrapUpSeconds', { description: 'Time after a conversation.' }),
  isDispositionRequired: t.exposeBoolean('isDispositionRequired'),
  missedReason: t.field({
    type: NotReadyReason,
    nullable: true,
    description: 'Why an agent is not ready who let a call ring.',
    resolve: (group) => group.missedReasonId,
  }),
  dispositions: t.field({
    type: [Disposition],
    description: 'What the group chose that its calls can come to; none offers all.',
    resolve: async (group, _args, { db }) => {
      const rows = await db
        .selectFrom('serviceGroupDisposition')
        .select('dispositionId')
        .where('groupId', '=', group.id)
        .execute();
      return rows.map(({ dispositionId }) => dispositionId);
    },
  }),
}));

builder.queryField('dispositions', (t) =>
  t.field({
    type: [Disposition],
    description: 'All of them in their order, also those out of use; there are few.',
    resolve: (_root, _args, { db, actor }) =>
      actor.kind === 'anonymous'
        ? []
        : db.selectFrom('disposition').selectAll().orderBy('position').orderBy('id').limit(200).execute(),
  }),
);

defineMutation({
  name: 'createDisposition',
  description: 'Makes something that can have come of a call. Needs service_group.manage.',
  input: createDispositionInput,
  run: async (context, input) => ({ dispositionId: await createDisposition(context, input) }),
  fields: (t) => ({
    disposition: t.field({ type: Disposition, nullable: true, resolve: (result) => result.dispositionId }),
  }),
});

defineMutation({
  name: 'updateDisposition',
  description: 'Changes a disposition or takes it out of use. Needs service_group.manage.',
  input: updateDispositionInput,
  run: async (context, input) => ({ dispositionId: await updateDisposition(context, input) }),
  fields: (t) => ({
    disposition: t.field({ type: Disposition, nullable: true, resolve: (result) => result.dispositionId }),
  }),
});
