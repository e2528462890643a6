import { builder } from '../graphql/builder.ts';
import { countRows, readPage, type OrderColumn } from '../graphql/connection.ts';
import { LocalizedTextType } from '../graphql/localized-text.graphql.ts';
import { defineMutation } from '../graphql/mutation.ts';
import { recordType } from '../graphql/record.ts';
import { enumOf } from '../graphql/zod-input.ts';
import { Agent } from '../identity/agent.graphql.ts';
import { remember, type Context } from '../platform/context.ts';
import { Customer } from '../customer/customer.graphql.ts';
import { TicketType } from '../ticket-type/ticket-type.graphql.ts';
import { createExternalFormLink, secretsOf } from './create-external-form-link.ts';
import { createExternalForm } from './create-external-form.ts';
import { currentDefinition } from './current-definition.ts';
import {
  externalFormsInReach,
  linksInReach,
  loadVisibleForms,
  loadVisibleLinks,
  type ExternalFormLinkRow,
  type ExternalFormRow,
} from './external-form-access.ts';
import {
  contactNeedSchema,
  externalFormDefinition,
  uploadKindSchema,
  type ChosenField,
  type ExternalFormDefinition,
} from './external-form-definition.ts';
import {
  createExternalFormInput,
  createExternalFormLinkInput,
  revokeExternalFormLinkInput,
  updateExternalFormInput,
} from './external-form-input.ts';
import { linkStateSchema, stateOfLink } from './link-state.ts';
import { offeredFields, publicFormFaults } from './public-form.ts';
import { revokeExternalFormLink } from './revoke-external-form-link.ts';
import { updateExternalForm } from './update-external-form.ts';

export const ContactNeed = enumOf(
  'ContactNeed',
  contactNeedSchema,
  'Whether somebody outside is asked for name and number.',
);
export const UploadKind = enumOf('UploadKind', uploadKindSchema);
export const ExternalFormLinkState = enumOf(
  'ExternalFormLinkState',
  linkStateSchema,
  'Whether a link can be used now.',
);

export const ExternalForm = recordType<ExternalFormRow>('ExternalForm', loadVisibleForms);
export const ExternalFormLink = recordType<ExternalFormLinkRow>('ExternalFormLink', loadVisibleLinks);

const partsOf = (form: ExternalFormRow): ExternalFormDefinition => externalFormDefinition.parse(form.definition);

const ExternalFormField = builder.objectRef<ChosenField>('ExternalFormField').implement({
  description: 'A field of the ticket type that an external form asks for.',
  fields: (t) => ({
    key: t.exposeString('key'),
    isRequired: t.exposeBoolean('isRequired', { description: 'Asked for here also where the type leaves it open.' }),
    label: t.field({ type: LocalizedTextType, nullable: true, resolve: ({ label }) => label ?? null }),
  }),
});

const newestFirst: OrderColumn[] = [
  { column: 'externalFormLink.id', direction: 'desc', valueOf: (row: ExternalFormLinkRow) => row.id },
];

ExternalForm.implement({
  description: 'A form of a ticket type that people outside fill in without signing in; what they send makes a ticket.',
  fields: (t) => ({
    type: t.field({ type: TicketType, nullable: true, resolve: (form) => form.typeId }),
    responsible: t.field({
      type: Agent,
      nullable: true,
      description: 'In whose name tickets are made, and who is their creator to the flow.',
      resolve: (form) => form.responsibleId,
    }),
    title: t.field({ type: LocalizedTextType, resolve: (form) => partsOf(form).title }),
    intro: t.field({ type: LocalizedTextType, nullable: true, resolve: (form) => partsOf(form).intro }),
    thanks: t.field({ type: LocalizedTextType, nullable: true, resolve: (form) => partsOf(form).thanks }),
    fields: t.field({ type: [ExternalFormField], resolve: (form) => partsOf(form).fields }),
    contact: t.field({ type: ContactNeed, resolve: (form) => partsOf(form).contact }),
    needsCaptcha: t.boolean({ resolve: (form) => partsOf(form).needsCaptcha }),
    maxFiles: t.int({ resolve: (form) => partsOf(form).maxFiles }),
    maxFileMegabytes: t.int({ resolve: (form) => partsOf(form).maxFileMegabytes }),
    fileKinds: t.field({ type: [UploadKind], resolve: (form) => partsOf(form).fileKinds }),
    isActive: t.exposeBoolean('isActive', { description: 'Whether its links can be used.' }),
    faults: t.field({
      type: [LocalizedTextType],
      description: 'What it lacks to be used, also because its ticket type changed.',
      resolve: async (form, _args, context) =>
        publicFormFaults((await currentDefinition(context, form.typeId)).definition, partsOf(form)),
    }),
    offeredFields: t.field({
      type: 'JSON',
      description: 'The fields of the ticket type that it can have, as the type defines them.',
      resolve: async (form, _args, context) =>
        offeredFields((await currentDefinition(context, form.typeId)).definition),
    }),
    viewCount: t.exposeInt('viewCount'),
    submissionCount: t.exposeInt('submissionCount'),
    lastUsedAt: t.expose('lastUsedAt', { type: 'DateTime', nullable: true }),
    version: t.exposeInt('version', { description: 'Give it back as expectedVersion when you change the form.' }),
    links: t.connection({
      type: ExternalFormLink,
      description: "Its links, newest first; without external_form.manage the caller's own.",
      resolve: async (form, args, context) => {
        const query = linksInReach(context).where('formId', '=', form.id);
        const page = await readPage(query, newestFirst, args);
        return { ...page, countTotal: () => countRows(query) };
      },
    }),
  }),
});

/** Whether a form and its ticket type are in use; asked once for all links of it. */
const isFormOpen = (context: Context, formId: string): Promise<boolean> =>
  remember(context, `external-form-open:${formId}`, async () => {
    const form = await context.db
      .selectFrom('externalForm')
      .innerJoin('ticketType', 'ticketType.id', 'externalForm.typeId')
      .select(['externalForm.isActive', 'ticketType.isActive as isTypeActive'])
      .where('externalForm.id', '=', formId)
      .executeTakeFirst();
    return form?.isActive === true && form.isTypeActive;
  });

ExternalFormLink.implement({
  description: 'A way to an external form. Whoever has its address can use it.',
  fields: (t) => ({
    name: t.exposeString('name'),
    form: t.field({ type: ExternalForm, nullable: true, resolve: (link) => link.formId }),
    path: t.string({
      description: "The path of its page, on the product's own address.",
      resolve: (link, _args, context) => `/f/${secretsOf(context).open(link.sealedToken)}`,
    }),
    customer: t.field({ type: Customer, nullable: true, resolve: (link) => link.customerId }),
    state: t.field({
      type: ExternalFormLinkState,
      resolve: async (link, _args, context) => stateOfLink(link, await isFormOpen(context, link.formId), context.now()),
    }),
    expiresAt: t.expose('expiresAt', { type: 'DateTime', nullable: true }),
    maxUses: t.exposeInt('maxUses', { nullable: true }),
    useCount: t.exposeInt('useCount'),
    viewCount: t.exposeInt('viewCount'),
    lastUsedAt: t.expose('lastUsedAt', { type: 'DateTime', nullable: true }),
    revokedAt: t.expose('revokedAt', { type: 'DateTime', nullable: true }),
    createdBy: t.field({ type: Agent, nullable: true, resolve: (link) => link.createdById }),
    createdAt: t.expose('createdAt', { type: 'DateTime' }),
  }),
});

builder.queryField('externalForms', (t) =>
  t.field({
    type: [ExternalForm],
    description:
      'Every external form; there are few. Needs external_form.manage, or for those in use external_form.send.',
    resolve: (_root, _args, context) => externalFormsInReach(context).orderBy('id', 'desc').limit(500).execute(),
  }),
);

defineMutation({
  name: 'createExternalForm',
  description:
    'Begins a form over a ticket type, with what every ticket of it needs. It can be used once it is enabled. Needs external_form.manage.',
  input: createExternalFormInput,
  run: async (context, input) => ({ formId: await createExternalForm(context, input) }),
  fields: (t) => ({ form: t.field({ type: ExternalForm, nullable: true, resolve: (result) => result.formId }) }),
});

defineMutation({
  name: 'updateExternalForm',
  description: 'Changes a form, or takes it out of use; its links follow at once. Needs external_form.manage.',
  input: updateExternalFormInput,
  run: async (context, input) => ({ formId: await updateExternalForm(context, input) }),
  fields: (t) => ({ form: t.field({ type: ExternalForm, nullable: true, resolve: (result) => result.formId }) }),
});

defineMutation({
  name: 'createExternalFormLink',
  description:
    'Makes a link to a form: for anybody (needs external_form.manage), or for one customer in scope (external_form.send). Give maxUses 1 for a single use.',
  input: createExternalFormLinkInput,
  run: async (context, input) => ({ linkId: await createExternalFormLink(context, input) }),
  fields: (t) => ({ link: t.field({ type: ExternalFormLink, nullable: true, resolve: (result) => result.linkId }) }),
});

defineMutation({
  name: 'revokeExternalFormLink',
  description: 'Ends a link at once and for good. Needs external_form.manage, or to have made it.',
  input: revokeExternalFormLinkInput,
  run: async (context, input) => ({ linkId: await revokeExternalFormLink(context, input) }),
  fields: (t) => ({ link: t.field({ type: ExternalFormLink, nullable: true, resolve: (result) => result.linkId }) }),
});
