import { Agent } from '../identity/agent.graphql.ts';
import { builder } from '../graphql/builder.ts';
import { defineMutation } from '../graphql/mutation.ts';
import { recordType } from '../graphql/record.ts';
import { toGlobalId } from '../graphql/global-id.ts';
import { enumOf } from '../graphql/zod-input.ts';
import { maskEmail, maskPhone } from '../platform/text/mask.ts';
import { addFollowUp, addFollowUpInput, followUpMethodSchema, followUpStageSchema } from './add-follow-up.ts';
import { createCustomer } from './create-customer.ts';
import { loadVisibleCustomers, mayReveal } from './customer-access.ts';
import {
  createCustomerInput,
  customerKindSchema,
  customerLevelSchema,
  customerSourceSchema,
  updateCustomerInput,
} from './customer-input.ts';
import { shownCustomerAnswers } from './field/customer-answers.ts';
import { formatPhone } from './phone-number.ts';
import { updateCustomer } from './update-customer.ts';

export const CustomerKind = enumOf('CustomerKind', customerKindSchema);
export const CustomerLevel = enumOf('CustomerLevel', customerLevelSchema);
export const CustomerSource = enumOf('CustomerSource', customerSourceSchema);
export const FollowUpMethod = enumOf('FollowUpMethod', followUpMethodSchema);
export const FollowUpStage = enumOf('FollowUpStage', followUpStageSchema);

export const Customer = recordType('Customer', loadVisibleCustomers);

interface PhoneRow {
  id: string;
  label: string | null;
  typed: string;
  e164: string | null;
  location: string | null;
  isRevealed: boolean;
}

export const PhoneType = builder.objectRef<PhoneRow>('Phone').implement({
  description: 'A phone number. Without the right to see it in full only `masked` is given.',
  fields: (t) => ({
    id: t.id({ resolve: (phone) => toGlobalId('CustomerPhone', phone.id) }),
    label: t.exposeString('label', { nullable: true }),
    e164: t.string({ nullable: true, resolve: (phone) => (phone.isRevealed ? phone.e164 : null) }),
    national: t.string({ nullable: true, resolve: (phone) => (phone.isRevealed ? formatPhone(phone) : null) }),
    masked: t.string({ resolve: (phone) => maskPhone(phone) }),
    location: t.exposeString('location', { nullable: true }),
  }),
});

interface IdentityRow {
  channel: string;
  externalId: string;
  label: string | null;
}

const CustomerIdentity = builder.objectRef<IdentityRow>('CustomerIdentity').implement({
  description: 'Who the customer is on another channel.',
  fields: (t) => ({
    channel: t.exposeString('channel'),
    externalId: t.exposeString('externalId'),
    label: t.exposeString('label', { nullable: true }),
  }),
});

Customer.implement({
  description: 'Somebody whom the company serves or sells to.',
  fields: (t) => ({
    name: t.exposeString('name'),
    company: t.exposeString('company', { nullable: true }),
    kind: t.field({ type: CustomerKind, resolve: (customer) => customerKindSchema.parse(customer.kind) }),
    level: t.field({
      type: CustomerLevel,
      nullable: true,
      resolve: (customer) => customerLevelSchema.nullable().parse(customer.level),
    }),
    source: t.field({
      type: CustomerSource,
      nullable: true,
      deprecationReason: 'Use sourceKey, which knows the values that administrators add; goes after 2027-06-30.',
      resolve: (customer) => customerSourceSchema.nullable().catch(null).parse(customer.source),
    }),
    sourceKey: t.exposeString('source', {
      nullable: true,
      description: 'Where the customer comes from: the key of a value of the list customer-source.',
    }),
    typeKey: t.exposeString('type', {
      nullable: true,
      description: 'What sort of customer it is: the key of a value of the list customer-type.',
    }),
    email: t.string({
      nullable: true,
      description: 'Masked without the right to see contact details in full.',
      resolve: async (customer, _args, context) =>
        customer.email && !(await mayReveal(context, customer)) ? maskEmail(customer.email) : customer.email,
    }),
    region: t.exposeString('region', { nullable: true }),
    address: t.exposeString('address', { nullable: true }),
    remark: t.exposeString('remark', { nullable: true }),
    owner: t.field({ type: Agent, nullable: true, resolve: (customer) => customer.ownerId }),
    phones: t.loadableList({
      type: PhoneType,
      load: async (customers: { id: string; ownerId: string | null }[], context) => {
        const rows = await context.db
          .selectFrom('customerPhone')
          .selectAll()
          .where(
            'customerId',
            'in',
            customers.map((customer) => customer.id),
          )
          .orderBy('position')
          .execute();
        return Promise.all(
          customers.map(async (customer) => {
            const isRevealed = await mayReveal(context, customer);
            return rows.filter((row) => row.customerId === customer.id).map((row) => ({ ...row, isRevealed }));
          }),
        );
      },
      resolve: (customer) => ({ id: customer.id, ownerId: customer.ownerId }),
    }),
    identities: t.field({
      type: [CustomerIdentity],
      resolve: (customer, _args, context) =>
        context.db.selectFrom('customerIdentity').selectAll().where('customerId', '=', customer.id).execute(),
    }),
    answers: t.field({
      type: 'JSON',
      description: 'Answers to the chosen fields by their keys; contact details are covered as the others are.',
      resolve: (customer, _args, context) => shownCustomerAnswers(context, customer),
    }),
    lastContactAt: t.expose('lastContactAt', { type: 'DateTime', nullable: true }),
    createdAt: t.expose('createdAt', { type: 'DateTime' }),
    updatedAt: t.expose('updatedAt', { type: 'DateTime' }),
    version: t.exposeInt('version', { description: 'Give it back as expectedVersion when you change the customer.' }),
  }),
});

defineMutation({
  name: 'createCustomer',
  description: 'Creates a customer. Needs customer.write.',
  input: createCustomerInput,
  run: async (context, input) => ({ customerId: await createCustomer(context, input) }),
  fields: (t) => ({ customer: t.field({ type: Customer, nullable: true, resolve: (result) => result.customerId }) }),
});

defineMutation({
  name: 'updateCustomer',
  description: 'Changes the facts that are named. Needs customer.write.',
  input: updateCustomerInput,
  run: async (context, input) => ({ customerId: await updateCustomer(context, input) }),
  fields: (t) => ({ customer: t.field({ type: Customer, nullable: true, resolve: (result) => result.customerId }) }),
});

defineMutation({
  name: 'addFollowUp',
  description: 'Writes a follow-up record, which stays as it is. Needs customer.write.',
  input: addFollowUpInput,
  run: async (context, input) => ({ customerId: input.customerId, followUpId: await addFollowUp(context, input) }),
  fields: (t) => ({ customer: t.field({ type: Customer, nullable: true, resolve: (result) => result.customerId }) }),
});
