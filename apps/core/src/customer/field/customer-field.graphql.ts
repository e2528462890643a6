import { z } from 'zod';
import { Field } from '../../field/field.graphql.ts';
import { builder } from '../../graphql/builder.ts';
import { LocalizedTextType } from '../../graphql/localized-text.graphql.ts';
import { defineMutation } from '../../graphql/mutation.ts';
import { enumOf } from '../../graphql/zod-input.ts';
import { customerFieldsOnce } from './customer-answers.ts';
import { CUSTOMER_FIELD_KINDS } from './customer-field.ts';
import { addCustomerField, removeCustomerField, updateCustomerField } from './change-customer-fields.ts';
import { addCustomerFieldInput, removeCustomerFieldInput, updateCustomerFieldInput } from './customer-field-input.ts';
import { customerForm, type LoadedCustomerField } from './load-customer-fields.ts';

const Kind = enumOf(
  'CustomerFieldKind',
  z.enum(CUSTOMER_FIELD_KINDS),
  'SYSTEM stays as it is, REQUIRED_SYSTEM may be edited, USER_DEFINED may be edited and removed.',
);

const CustomerField = builder.objectRef<LoadedCustomerField>('CustomerField').implement({
  description: 'A field of the customer record.',
  fields: (t) => ({
    key: t.exposeString('key'),
    kind: t.expose('kind', { type: Kind }),
    label: t.field({ type: LocalizedTextType, resolve: (field) => field.label }),
    isRequired: t.exposeBoolean('isRequired', { description: 'Whether it has to be filled in.' }),
    isSearchable: t.exposeBoolean('isSearchable', { description: 'Whether lists of customers can be narrowed by it.' }),
    isActive: t.boolean({
      description: 'Whether it is asked for: false where the shared field is disabled.',
      resolve: (field) => field.shared?.isActive ?? true,
    }),
    definition: t.field({
      type: 'JSON',
      nullable: true,
      description: 'Of a chosen field: as forms have it.',
      resolve: (field) => field.shared?.definition ?? null,
    }),
    field: t.field({
      type: Field,
      nullable: true,
      description: 'The shared field that was chosen; for those who manage ticket types.',
      resolve: (field) => field.shared?.id ?? null,
    }),
    version: t.exposeInt('version', { description: 'Give it back as expectedVersion.' }),
  }),
});

builder.queryFields((t) => ({
  customerFields: t.field({
    type: [CustomerField],
    description: 'What customers are asked for, in its order: built-in fields, then the chosen ones.',
    resolve: (_root, _args, context) => (context.actor.kind === 'anonymous' ? [] : customerFieldsOnce(context)),
  }),
  customerForm: t.field({
    type: 'JSON',
    nullable: true,
    description: 'The chosen fields that are in use as a form definition, whose answers are `Customer.answers`.',
    resolve: async (_root, _args, context) =>
      context.actor.kind === 'anonymous' ? null : customerForm(await customerFieldsOnce(context)),
  }),
}));

const shown = async (context: Parameters<typeof addCustomerField>[0], key: string) => {
  context.memo.delete('customer-fields');
  return (await customerFieldsOnce(context)).find((field) => field.key === key) ?? null;
};

defineMutation({
  name: 'addCustomerField',
  description: 'Has customers asked for a shared field. Needs customer_field.manage.',
  input: addCustomerFieldInput,
  run: async (context, input) => ({ key: await addCustomerField(context, input) }),
  fields: (t) => ({
    customerField: t.field({
      type: CustomerField,
      nullable: true,
      resolve: ({ key }, _args, context) => shown(context, key),
    }),
  }),
});

defineMutation({
  name: 'updateCustomerField',
  description:
    'Changes whether a field has to be filled in or narrows lists, and its place. Needs customer_field.manage.',
  input: updateCustomerFieldInput,
  run: async (context, input) => ({ key: await updateCustomerField(context, input) }),
  fields: (t) => ({
    customerField: t.field({
      type: CustomerField,
      nullable: true,
      resolve: ({ key }, _args, context) => shown(context, key),
    }),
  }),
});

defineMutation({
  name: 'removeCustomerField',
  description: 'Has customers asked for a chosen field no more; what records hold stays. Needs customer_field.manage.',
  input: removeCustomerFieldInput,
  run: async (context, input) => ({ key: await removeCustomerField(context, input) }),
  fields: (t) => ({ key: t.exposeString('key') }),
});
