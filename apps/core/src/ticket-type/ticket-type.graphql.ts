import type { Selectable } from 'kysely';
import type { DB } from '@handoff/prisma';
import { builder } from '../graphql/builder.ts';
import { LocalizedTextType } from '../graphql/localized-text.graphql.ts';
import { defineMutation } from '../graphql/mutation.ts';
import { recordType } from '../graphql/record.ts';
import { toGlobalId } from '../graphql/global-id.ts';
import { Agent } from '../identity/agent.graphql.ts';
import { inOrderOf } from '../identity/identity-loaders.ts';
import { localizedText } from '../platform/text/localized-text.ts';
import { may } from '../identity/actor.ts';
import { countTicketsOf, deleteTicketType, deleteTicketTypeInput, type TicketCount } from './delete-ticket-type.ts';
import { loadVersion } from './load-version.ts';
import { mayCreate } from './may-create.ts';
import { publishTicketType, publishTicketTypeInput } from './publish-ticket-type.ts';
import { setTicketTypeActive, setTicketTypeActiveInput } from './set-ticket-type-active.ts';
import { ticketTypeJsonSchema } from './ticket-type-definition.ts';

type TypeRow = Selectable<DB['ticketType']>;
type VersionRow = Omit<Selectable<DB['ticketTypeVersion']>, 'definition'>;

export const TicketType = recordType<TypeRow>('TicketType', async (context, ids) => {
  if (context.actor.kind === 'anonymous') return ids.map(() => null);
  return inOrderOf(ids, await context.db.selectFrom('ticketType').selectAll().where('id', 'in', ids).execute());
});

const versionColumns = ['id', 'typeId', 'number', 'checksum', 'publishedById', 'publishedAt'] as const;

export const TicketTypeVersion = recordType<VersionRow>('TicketTypeVersion', async (context, ids) => {
  if (context.actor.kind === 'anonymous') return ids.map(() => null);
  const rows = await context.db.selectFrom('ticketTypeVersion').select(versionColumns).where('id', 'in', ids).execute();
  return inOrderOf(ids, rows);
});

TicketTypeVersion.implement({
  description: 'A published definition. Tickets keep the version that they began with.',
  fields: (t) => ({
    number: t.exposeInt('number'),
    type: t.field({ type: TicketType, nullable: true, resolve: (version) => version.typeId }),
    publishedAt: t.expose('publishedAt', { type: 'DateTime' }),
    publishedBy: t.field({ type: Agent, nullable: true, resolve: (version) => version.publishedById }),
    definition: t.field({
      type: 'JSON',
      description: 'The whole definition: form, flow, SLA and permissions.',
      resolve: async (version, _args, context) => (await loadVersion(context, version.id)).definition,
    }),
  }),
});

const TicketCountType = builder.objectRef<TicketCount>('TicketCount').implement({
  description: 'How many tickets a type has.',
  fields: (t) => ({
    total: t.exposeInt('total'),
    open: t.exposeInt('open', { description: 'Those that are not over.' }),
  }),
});

TicketType.implement({
  description: 'A kind of ticket: its form, flow and promises.',
  fields: (t) => ({
    key: t.exposeString('key'),
    name: t.field({ type: LocalizedTextType, resolve: (type) => localizedText.parse(type.labels) }),
    prefix: t.exposeString('prefix'),
    icon: t.exposeString('icon', { nullable: true }),
    isActive: t.exposeBoolean('isActive'),
    isDeleted: t.boolean({
      description: 'Deleted types are named by their tickets alone.',
      resolve: (type) => type.deletedAt !== null,
    }),
    updatedAt: t.expose('updatedAt', { type: 'DateTime' }),
    currentVersion: t.field({ type: TicketTypeVersion, nullable: true, resolve: (type) => type.currentVersionId }),
    mayCreate: t.boolean({
      description: 'Whether the caller may make tickets of this type now.',
      resolve: async (type, _args, context) =>
        type.isActive &&
        type.currentVersionId !== null &&
        mayCreate(context, (await loadVersion(context, type.currentVersionId)).definition),
    }),
    ticketCount: t.field({
      type: TicketCountType,
      nullable: true,
      description: 'For those who manage ticket types, whatever tickets they see.',
      resolve: (type, _args, context) =>
        may(context.actor, 'ticket_type.manage') ? countTicketsOf(context, type.id) : null,
    }),
    versions: t.field({
      type: [TicketTypeVersion],
      resolve: (type, _args, context) =>
        context.db
          .selectFrom('ticketTypeVersion')
          .select(versionColumns)
          .where('typeId', '=', type.id)
          .orderBy('number', 'desc')
          .limit(100)
          .execute(),
    }),
  }),
});

builder.queryField('ticketTypes', (t) =>
  t.field({
    type: [TicketType],
    description: 'Every ticket type that was not deleted; there are few.',
    resolve: (_root, _args, context) =>
      context.db
        .selectFrom('ticketType')
        .selectAll()
        .where('deletedAt', 'is', null)
        .orderBy('key')
        .limit(500)
        .execute(),
  }),
);

builder.queryField('ticketTypeSchema', (t) =>
  t.field({
    type: 'JSON',
    description: 'The JSON Schema of a ticket type definition.',
    resolve: () => ticketTypeJsonSchema(),
  }),
);

defineMutation({
  name: 'publishTicketType',
  description: 'Publishes a definition as the next version of its type. Needs ticket_type.manage.',
  input: publishTicketTypeInput,
  run: async (context, input) => ({ typeId: await publishTicketType(context, input) }),
  fields: (t) => ({ ticketType: t.field({ type: TicketType, nullable: true, resolve: (result) => result.typeId }) }),
});

defineMutation({
  name: 'setTicketTypeActive',
  description: 'Disables a type (no new tickets; running ones finish) or enables it. Needs ticket_type.manage.',
  input: setTicketTypeActiveInput,
  run: async (context, input) => ({ typeId: await setTicketTypeActive(context, input) }),
  fields: (t) => ({ ticketType: t.field({ type: TicketType, nullable: true, resolve: (result) => result.typeId }) }),
});

defineMutation({
  name: 'deleteTicketType',
  description:
    'Deletes a disabled type without open tickets; its finished tickets stay as they are. Needs ticket_type.manage.',
  input: deleteTicketTypeInput,
  run: async (context, input) => ({ typeId: await deleteTicketType(context, input) }),
  fields: (t) => ({ typeId: t.id({ resolve: (result) => toGlobalId('TicketType', result.typeId) }) }),
});
