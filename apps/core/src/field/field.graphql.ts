import { builder } from '../graphql/builder.ts';
import { LocalizedTextType } from '../graphql/localized-text.graphql.ts';
import { defineMutation } from '../graphql/mutation.ts';
import { recordType } from '../graphql/record.ts';
import type { Context } from '../platform/context.ts';
import { may } from '../identity/actor.ts';
import { inOrderOf } from '../identity/identity-loaders.ts';
import { TicketTypeDraft } from '../ticket-type/draft/ticket-type-draft.graphql.ts';
import { TicketType } from '../ticket-type/ticket-type.graphql.ts';
import { createField } from './create-field.ts';
import { deleteField, restoreField } from './delete-field.ts';
import { createFieldInput, deleteFieldInput, restoreFieldInput, updateFieldInput } from './field-input.ts';
import { countRecords, usesOf, type FieldUse } from './field-uses.ts';
import type { FieldRow } from './load-shared-fields.ts';
import { updateField } from './update-field.ts';

/** Those who design forms, and those who choose what customers are asked for. */
const mayRead = ({ actor }: Pick<Context, 'actor'>): boolean =>
  may(actor, 'ticket_type.manage') || may(actor, 'customer_field.manage');

export const Field = recordType<FieldRow>('Field', async (context, ids) => {
  if (!mayRead(context)) return ids.map(() => null);
  return inOrderOf(ids, await context.db.selectFrom('field').selectAll().where('id', 'in', ids).execute());
});

const FieldUseType = builder.objectRef<FieldUse>('FieldUse').implement({
  description: 'A form that has a shared field.',
  fields: (t) => ({
    name: t.field({ type: LocalizedTextType, resolve: (use) => use.name }),
    ticketType: t.field({ type: TicketType, nullable: true, resolve: (use) => use.typeId }),
    draft: t.field({
      type: TicketTypeDraft,
      nullable: true,
      description: 'Set where it is the form being designed.',
      resolve: (use) => use.draftId,
    }),
  }),
});

Field.implement({
  description: 'A field that forms share, so that the same datum means the same everywhere.',
  fields: (t) => ({
    key: t.exposeString('key'),
    definition: t.field({ type: 'JSON', resolve: (field) => field.definition }),
    isActive: t.exposeBoolean('isActive', { description: 'Whether forms are offered it.' }),
    purgeAt: t.expose('purgeAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When its values will be removed everywhere; until then it can be restored.',
    }),
    uses: t.field({
      type: [FieldUseType],
      description: 'The forms that have it: in force, and being designed.',
      resolve: (field, _args, context) => usesOf(context, field.key),
    }),
    recordCount: t.int({
      description: 'How many records hold a value.',
      resolve: (field, _args, context) => countRecords(context, field.key),
    }),
    version: t.exposeInt('version'),
    updatedAt: t.expose('updatedAt', { type: 'DateTime' }),
  }),
});

builder.queryField('fields', (t) =>
  t.field({
    type: [Field],
    description: 'Every shared field; there are few. Needs ticket_type.manage or customer_field.manage.',
    resolve: (_root, _args, { actor, db }) =>
      mayRead({ actor }) ? db.selectFrom('field').selectAll().orderBy('key').limit(1_000).execute() : [],
  }),
);

defineMutation({
  name: 'createField',
  description: 'Makes a field that forms share. Needs ticket_type.manage.',
  input: createFieldInput,
  run: async (context, input) => ({ fieldId: await createField(context, input) }),
  fields: (t) => ({ field: t.field({ type: Field, nullable: true, resolve: (result) => result.fieldId }) }),
});

defineMutation({
  name: 'updateField',
  description:
    'Changes a shared field, or takes it out of use. Drafts follow at once, published forms with their next version. Needs ticket_type.manage.',
  input: updateFieldInput,
  run: async (context, input) => ({ fieldId: await updateField(context, input) }),
  fields: (t) => ({ field: t.field({ type: Field, nullable: true, resolve: (result) => result.fieldId }) }),
});

defineMutation({
  name: 'deleteField',
  description:
    'Takes a shared field that no form has out of use, and removes its values everywhere after thirty days. Needs ticket_type.manage.',
  input: deleteFieldInput,
  run: async (context, input) => ({ fieldId: await deleteField(context, input) }),
  fields: (t) => ({ field: t.field({ type: Field, nullable: true, resolve: (result) => result.fieldId }) }),
});

defineMutation({
  name: 'restoreField',
  description: 'Keeps a field that was to be deleted. Needs ticket_type.manage.',
  input: restoreFieldInput,
  run: async (context, input) => ({ fieldId: await restoreField(context, input) }),
  fields: (t) => ({ field: t.field({ type: Field, nullable: true, resolve: (result) => result.fieldId }) }),
});
