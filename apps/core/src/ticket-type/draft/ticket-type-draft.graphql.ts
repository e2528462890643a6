import type { DB } from '@handoff/prisma';
import type { Selectable } from 'kysely';
import { followRegistry, type FollowedDefinition } from '../../field/load-shared-fields.ts';
import { builder } from '../../graphql/builder.ts';
import { LocalizedTextType } from '../../graphql/localized-text.graphql.ts';
import { defineMutation } from '../../graphql/mutation.ts';
import { recordType } from '../../graphql/record.ts';
import { may } from '../../identity/actor.ts';
import { Agent } from '../../identity/agent.graphql.ts';
import { inOrderOf } from '../../identity/identity-loaders.ts';
import type { Fault } from '../../platform/fault.ts';
import { upgradeDefinition } from '../upgrade-definition.ts';
import { checkDefinition } from '../check-definition.ts';
import { findApiLosses, type ApiLoss } from '../typed-api/find-api-losses.ts';
import { ticketTypeDefinition } from '../ticket-type-definition.ts';
import { untypedOf } from '../typed-api/typed-schema.ts';
import { loadVersion } from '../load-version.ts';
import { TicketType, TicketTypeVersion } from '../ticket-type.graphql.ts';
import { createTicketTypeDraft } from './create-ticket-type-draft.ts';
import { changeKinds, describeChanges, type Change } from './describe-changes.ts';
import { discardTicketTypeDraft } from './discard-ticket-type-draft.ts';
import { publishTicketTypeDraft } from './publish-ticket-type-draft.ts';
import { saveTicketTypeDraft } from './save-ticket-type-draft.ts';
import {
  createTicketTypeDraftInput,
  discardTicketTypeDraftInput,
  publishTicketTypeDraftInput,
  saveTicketTypeDraftInput,
} from './ticket-type-draft-input.ts';

/** A draft whose shared fields are as the registry has them now. */
type DraftRow = Omit<Selectable<DB['ticketTypeDraft']>, 'definition'> & FollowedDefinition;

export const TicketTypeDraft = recordType<DraftRow>('TicketTypeDraft', async (context, ids) => {
  if (!may(context.actor, 'ticket_type.manage')) return ids.map(() => null);
  const rows = await context.db.selectFrom('ticketTypeDraft').selectAll().where('id', 'in', ids).execute();
  const followed = rows.map(async (row) => ({
    ...row,
    ...(await followRegistry(context, upgradeDefinition(row.definition))),
  }));
  return inOrderOf(ids, await Promise.all(followed));
});

const DefinitionFault = builder.objectRef<Fault>('DefinitionFault').implement({
  description: 'Something that keeps a definition from being published.',
  fields: (t) => ({
    path: t.stringList({ description: 'Where in the definition.', resolve: (fault) => fault.path.map(String) }),
    code: t.exposeString('code'),
    message: t.string({ resolve: (fault, _args, { locale }) => fault.message[locale] }),
  }),
});

const DefinitionChangeKind = builder.enumType('DefinitionChangeKind', {
  values: Object.fromEntries(changeKinds.map((kind) => [kind.toUpperCase(), { value: kind }])),
});

const DefinitionChange = builder.objectRef<Change>('DefinitionChange').implement({
  description: 'One difference between two definitions.',
  fields: (t) => ({
    kind: t.field({ type: DefinitionChangeKind, resolve: (change) => change.kind }),
    path: t.exposeStringList('path', { description: 'From the outside in; parts of lists by their id, key or value.' }),
    before: t.field({ type: 'JSON', nullable: true, resolve: (change) => change.before }),
    after: t.field({ type: 'JSON', nullable: true, resolve: (change) => change.after }),
  }),
});

const ApiLossType = builder.objectRef<ApiLoss>('ApiLoss').implement({
  description: 'Something that integrators can send now and could not any more.',
  fields: (t) => ({
    kind: t.exposeString('kind'),
    subject: t.exposeString('subject', { description: 'A mutation, a field of an input, or a value of an enum.' }),
    text: t.field({ type: LocalizedTextType, resolve: (loss) => loss.text }),
  }),
});

TicketTypeDraft.implement({
  description: 'A ticket type as it is being designed. Seen by those who manage ticket types.',
  fields: (t) => ({
    key: t.exposeString('key'),
    type: t.field({
      type: TicketType,
      nullable: true,
      description: 'None for a type that was never published.',
      resolve: (draft) => draft.typeId,
    }),
    basedOn: t.field({ type: TicketTypeVersion, nullable: true, resolve: (draft) => draft.basedOnVersionId }),
    revision: t.exposeInt('revision', { description: 'Grows with each save.' }),
    definition: t.field({ type: 'JSON', resolve: (draft) => draft.definition }),
    updatedAt: t.expose('updatedAt', { type: 'DateTime' }),
    updatedBy: t.field({ type: Agent, nullable: true, resolve: (draft) => draft.updatedById }),
    faults: t.field({
      type: [DefinitionFault],
      description: 'What keeps it from being published.',
      resolve: (draft) => [...checkDefinition(draft.definition), ...draft.faults],
    }),
    apiLosses: t.field({
      type: [ApiLossType],
      description: 'What publishing it takes away from integrators who use the typed mutations of the type.',
      resolve: async (draft, _args, context, info) => {
        if (!draft.basedOnVersionId) return [];
        const { typeId, definition } = await loadVersion(context, draft.basedOnVersionId);
        const after = ticketTypeDefinition.safeParse(draft.definition);
        return after.success ? findApiLosses(untypedOf(info.schema), typeId, definition, after.data) : [];
      },
    }),
    changes: t.field({
      type: [DefinitionChange],
      description: 'What is different from the published version; nothing for a new type.',
      resolve: async (draft, _args, context) => {
        if (!draft.basedOnVersionId) return [];
        const { definition } = await loadVersion(context, draft.basedOnVersionId);
        return describeChanges(definition, draft.definition);
      },
    }),
  }),
});

builder.objectField(TicketTypeVersion, 'changesSince', (t) =>
  t.field({
    type: [DefinitionChange],
    nullable: true,
    args: { version: t.arg.int({ required: true }) },
    description: 'What is different from another version of the type, by its number; null if there is no such version.',
    resolve: async ({ id, typeId }, { version: number }, context) => {
      const other = await context.db
        .selectFrom('ticketTypeVersion')
        .select('id')
        .where('typeId', '=', typeId)
        .where('number', '=', number)
        .executeTakeFirst();
      if (!other) return null;
      const [before, after] = await Promise.all([loadVersion(context, other.id), loadVersion(context, id)]);
      return describeChanges(before.definition, after.definition);
    },
  }),
);

builder.objectField(TicketType, 'draft', (t) =>
  t.field({
    type: TicketTypeDraft,
    nullable: true,
    description: 'What is being designed as its next version, for those who manage ticket types.',
    resolve: async (type, _args, context) => {
      const row = await context.db
        .selectFrom('ticketTypeDraft')
        .select('id')
        .where('typeId', '=', type.id)
        .executeTakeFirst();
      return row?.id ?? null;
    },
  }),
);

builder.queryField('newTicketTypeDrafts', (t) =>
  t.field({
    type: [TicketTypeDraft],
    description: 'Types that are being designed and were never published. Needs ticket_type.manage.',
    resolve: async (_root, _args, context) => {
      if (!may(context.actor, 'ticket_type.manage')) return [];
      const query = context.db.selectFrom('ticketTypeDraft').select('id').where('typeId', 'is', null);
      const rows = await query.orderBy('updatedAt', 'desc').limit(200).execute();
      return rows.map(({ id }) => id);
    },
  }),
);

defineMutation({
  name: 'createTicketTypeDraft',
  description: 'Begins to change a ticket type, or a new one; a type has one draft. Needs ticket_type.manage.',
  input: createTicketTypeDraftInput,
  run: async (context, input) => ({ draftId: await createTicketTypeDraft(context, input) }),
  fields: (t) => ({ draft: t.field({ type: TicketTypeDraft, nullable: true, resolve: (result) => result.draftId }) }),
});

defineMutation({
  name: 'saveTicketTypeDraft',
  description:
    'Keeps a draft. Changes of others since `baseRevision` are merged; what both changed comes back as ConflictError `draft_clash`. Needs ticket_type.manage.',
  input: saveTicketTypeDraftInput,
  run: async (context, input) => ({ draftId: await saveTicketTypeDraft(context, input) }),
  fields: (t) => ({ draft: t.field({ type: TicketTypeDraft, nullable: true, resolve: (result) => result.draftId }) }),
});

defineMutation({
  name: 'discardTicketTypeDraft',
  description: 'Removes a draft; what is published stays. Needs ticket_type.manage.',
  input: discardTicketTypeDraftInput,
  run: async (context, input) => ({ draftId: await discardTicketTypeDraft(context, input) }),
  fields: (t) => ({ draftId: t.id({ description: 'What was removed.', resolve: (result) => result.draftId }) }),
});

defineMutation({
  name: 'publishTicketTypeDraft',
  description: 'Makes a reviewed draft the next version of its type. Needs ticket_type.manage.',
  input: publishTicketTypeDraftInput,
  run: async (context, input) => ({ typeId: await publishTicketTypeDraft(context, input) }),
  fields: (t) => ({ ticketType: t.field({ type: TicketType, nullable: true, resolve: (result) => result.typeId }) }),
});
