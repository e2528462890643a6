import type { Selectable } from 'kysely';
import type { DB } from '@handoff/prisma';
import { builder } from '../graphql/builder.ts';
import { LocalizedTextType } from '../graphql/localized-text.graphql.ts';
import { defineMutation } from '../graphql/mutation.ts';
import { recordType } from '../graphql/record.ts';
import { Agent, ServiceGroup } from '../identity/agent.graphql.ts';
import { inOrderOf } from '../identity/identity-loaders.ts';
import { Parameter, ParameterOption } from '../parameter/parameter.graphql.ts';
import type { LocalizedText } from '../platform/text/localized-text.ts';
import { Call } from '../telephony/call.graphql.ts';
import { hadPart } from './had-part.ts';
import { noteServiceRecord } from './note-service-record.ts';
import { createServiceTemplate, updateServiceTemplate } from './save-service-template.ts';
import {
  createServiceTemplateInput,
  noteServiceRecordInput,
  updateServiceTemplateInput,
  type TemplatePart,
} from './service-record-input.ts';
import { loadTemplates, partsOf, templatesOfCalls, type ServiceTemplateRow } from './template-of-call.ts';

const ServiceTemplate = recordType<ServiceTemplateRow>('ServiceTemplate', async (context, ids) => {
  if (context.actor.kind === 'anonymous') return ids.map(() => null);
  return inOrderOf(ids, (await loadTemplates(context)).templates);
});

const ServiceTemplatePart = builder.objectRef<TemplatePart>('ServiceTemplatePart').implement({
  description: 'A list that a service template asks for.',
  fields: (t) => ({
    parameter: t.field({ type: Parameter, nullable: true, resolve: (part) => part.parameterId }),
    isRequired: t.exposeBoolean('isRequired'),
  }),
});

ServiceTemplate.implement({
  description: 'What agents are asked to note of a contact, by type of customer and service group.',
  fields: (t) => ({
    key: t.exposeString('key'),
    label: t.field({ type: LocalizedTextType, resolve: (row) => row.labels as LocalizedText }),
    parts: t.field({ type: [ServiceTemplatePart], resolve: (row) => partsOf(row) }),
    groups: t.field({
      type: [ServiceGroup],
      description: 'The groups whose contacts it is for.',
      resolve: async (row, _args, context) =>
        (await loadTemplates(context)).groups
          .filter(({ templateId }) => templateId === row.id)
          .map(({ groupId }) => groupId),
    }),
    customerTypes: t.field({
      type: [ParameterOption],
      description: 'The types for whose customers it is, whichever group serves them.',
      resolve: async (row, _args, context) =>
        (await loadTemplates(context)).customerTypes
          .filter(({ templateId }) => templateId === row.id)
          .map(({ optionId }) => optionId),
    }),
    isDefault: t.exposeBoolean('isDefault', { description: 'For the contacts of groups that have none.' }),
    isActive: t.exposeBoolean('isActive'),
    version: t.exposeInt('version'),
    updatedAt: t.expose('updatedAt', { type: 'DateTime' }),
  }),
});

type ValueRow = Selectable<DB['serviceRecordValue']>;
interface RecordRow extends Selectable<DB['serviceRecord']> {
  values: ValueRow[];
}

const ServiceRecordValue = builder.objectRef<ValueRow>('ServiceRecordValue').implement({
  description: 'The value that was chosen from one list.',
  fields: (t) => ({
    parameter: t.field({ type: Parameter, nullable: true, resolve: (value) => value.parameterId }),
    option: t.field({ type: ParameterOption, nullable: true, resolve: (value) => value.optionId }),
  }),
});

const ServiceRecord = builder.objectRef<RecordRow>('ServiceRecord').implement({
  description: 'What an agent noted of a call.',
  fields: (t) => ({
    values: t.field({ type: [ServiceRecordValue], resolve: (record) => record.values }),
    remark: t.exposeString('remark', { nullable: true }),
    agent: t.field({ type: Agent, nullable: true, resolve: (record) => record.agentId }),
    version: t.exposeInt('version'),
    updatedAt: t.expose('updatedAt', { type: 'DateTime' }),
  }),
});

builder.objectFields(Call, (t) => ({
  serviceTemplate: t.loadable({
    type: ServiceTemplate,
    nullable: true,
    description: "What is asked for of it, by its customer's type, else by its service group.",
    load: (calls: { groupId: string | null; customerId: string | null }[], context) => templatesOfCalls(context, calls),
    resolve: (call) => ({ groupId: call.groupId, customerId: call.customerId }),
  }),
  serviceRecord: t.field({
    type: ServiceRecord,
    nullable: true,
    description: 'What was noted of it.',
    resolve: async (call, _args, { db }) => {
      const record = await db.selectFrom('serviceRecord').selectAll().where('callId', '=', call.id).executeTakeFirst();
      if (!record) return null;
      const values = await db.selectFrom('serviceRecordValue').selectAll().where('callId', '=', call.id).execute();
      return { ...record, values };
    },
  }),
  mayNoteService: t.boolean({
    description: 'Whether the viewer had a part in it, and so may note what it was about.',
    resolve: (call, _args, context) => hadPart(context, call),
  }),
}));

builder.queryField('serviceTemplates', (t) =>
  t.field({
    type: [ServiceTemplate],
    description: 'All of them, also those out of use; there are few.',
    resolve: async (_root, _args, context) =>
      context.actor.kind === 'anonymous' ? [] : (await loadTemplates(context)).templates,
  }),
);

defineMutation({
  name: 'createServiceTemplate',
  description: 'Makes a service-summary template. Needs parameter.manage.',
  input: createServiceTemplateInput,
  run: async (context, input) => ({ templateId: await createServiceTemplate(context, input) }),
  fields: (t) => ({
    template: t.field({ type: ServiceTemplate, nullable: true, resolve: (result) => result.templateId }),
  }),
});

defineMutation({
  name: 'updateServiceTemplate',
  description: 'Changes what a template asks for and for which groups. Needs parameter.manage.',
  input: updateServiceTemplateInput,
  run: async (context, input) => ({ templateId: await updateServiceTemplate(context, input) }),
  fields: (t) => ({
    template: t.field({ type: ServiceTemplate, nullable: true, resolve: (result) => result.templateId }),
  }),
});

defineMutation({
  name: 'noteServiceRecord',
  description: 'Notes what a call was about, by its service template; for whoever had a part in it, during and after.',
  input: noteServiceRecordInput,
  run: async (context, input) => ({ callId: await noteServiceRecord(context, input) }),
  fields: (t) => ({ call: t.field({ type: Call, nullable: true, resolve: (result) => result.callId }) }),
});
