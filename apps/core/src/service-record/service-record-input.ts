import { z } from 'zod';
import { idOf } from '../platform/id.ts';
import { recordKey } from '../platform/text/stable-key.ts';
import { shortLabel } from '../parameter/parameter-input.ts';

export const templatePart = z.object({
  parameterId: idOf('Parameter').meta({ node: 'Parameter', description: 'The list that is asked for.' }),
  isRequired: z.boolean().default(false),
});
export type TemplatePart = z.infer<typeof templatePart>;

const facts = {
  label: shortLabel,
  parts: z.array(templatePart).max(20).meta({ description: 'In the order in which they are asked.' }),
  groupIds: z
    .array(idOf('ServiceGroup').meta({ node: 'ServiceGroup' }))
    .max(200)
    .meta({ description: 'The groups whose contacts it is for. A group leaves its former template.' }),
  customerTypeIds: z
    .array(idOf('ParameterOption').meta({ node: 'ParameterOption' }))
    .max(200)
    .meta({
      description:
        'The values of the list customer-type for whose customers it is, whichever group serves them. A type leaves its former template.',
    }),
  isDefault: z.boolean().meta({ description: 'For the contacts of groups that have none.' }),
};

export const createServiceTemplateInput = z.object({
  key: recordKey,
  label: facts.label,
  parts: facts.parts.default([]),
  groupIds: facts.groupIds.default([]),
  customerTypeIds: facts.customerTypeIds.default([]),
  isDefault: facts.isDefault.default(false),
});
export const updateServiceTemplateInput = z
  .object({ ...facts, isActive: z.boolean() })
  .partial()
  .extend({ templateId: idOf('ServiceTemplate'), expectedVersion: z.int().min(1) });

export const noteServiceRecordInput = z.object({
  callId: idOf('Call'),
  expectedVersion: z.int().min(0).meta({ description: '0 where nothing was noted yet.' }),
  values: z
    .array(
      z.object({
        parameterId: idOf('Parameter').meta({ node: 'Parameter' }),
        optionId: idOf('ParameterOption').meta({ node: 'ParameterOption' }),
      }),
    )
    .max(20),
  remark: z.string().trim().max(4000).nullish(),
});
