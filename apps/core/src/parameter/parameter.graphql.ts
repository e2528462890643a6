import { builder } from '../graphql/builder.ts';
import { LocalizedTextType } from '../graphql/localized-text.graphql.ts';
import { defineMutation } from '../graphql/mutation.ts';
import { recordType } from '../graphql/record.ts';
import { enumOf } from '../graphql/zod-input.ts';
import { Agent } from '../identity/agent.graphql.ts';
import { inOrderOf } from '../identity/identity-loaders.ts';
import type { LocalizedText } from '../platform/text/localized-text.ts';
import { createParameterOption } from './create-parameter-option.ts';
import { createParameter } from './create-parameter.ts';
import { deleteParameterOption } from './delete-parameter-option.ts';
import { deleteParameter } from './delete-parameter.ts';
import {
  loadOptions,
  loadParameters,
  optionsByIds,
  type ParameterOptionRow,
  type ParameterRow,
} from './load-parameters.ts';
import {
  createParameterInput,
  createParameterOptionInput,
  deleteParameterInput,
  deleteParameterOptionInput,
  moveParameterOptionInput,
  parameterKindSchema,
  updateParameterInput,
  updateParameterOptionInput,
} from './parameter-input.ts';
import { moveParameterOption } from './move-parameter-option.ts';
import { updateParameterOption } from './update-parameter-option.ts';
import { updateParameter } from './update-parameter.ts';

const ParameterKind = enumOf(
  'ParameterKind',
  parameterKindSchema,
  'Whether the values of a list stand below each other.',
);

export const ParameterOption = recordType<ParameterOptionRow>('ParameterOption', optionsByIds);

export const Parameter = recordType<ParameterRow>('Parameter', async (context, ids) => {
  if (context.actor.kind === 'anonymous') return ids.map(() => null);
  return inOrderOf(ids, await loadParameters(context));
});

ParameterOption.implement({
  description: 'A value of a list. One that is out of use is not offered any more, and stays where it was noted.',
  fields: (t) => ({
    key: t.exposeString('key', { description: 'How records and integrators refer to it; stays the same.' }),
    label: t.field({ type: LocalizedTextType, resolve: (row) => row.labels as LocalizedText }),
    parent: t.field({ type: ParameterOption, nullable: true, resolve: (row) => row.parentId }),
    position: t.exposeInt('position'),
    isActive: t.exposeBoolean('isActive'),
    isOffered: t.exposeBoolean('isOffered', { description: 'It is in use, and so is its list.' }),
    version: t.exposeInt('version'),
    updatedBy: t.field({ type: Agent, nullable: true, resolve: (row) => row.updatedById }),
    updatedAt: t.expose('updatedAt', { type: 'DateTime' }),
  }),
});

Parameter.implement({
  description: 'A list of values that administrators keep, flat or as a tree.',
  fields: (t) => ({
    key: t.exposeString('key'),
    alias: t.exposeString('alias', { nullable: true, description: 'The name that another system knows it by.' }),
    label: t.field({ type: LocalizedTextType, resolve: (row) => row.labels as LocalizedText }),
    kind: t.field({ type: ParameterKind, resolve: (row) => parameterKindSchema.parse(row.kind) }),
    isBuiltIn: t.exposeBoolean('isBuiltIn', { description: 'The product itself records its values.' }),
    isActive: t.exposeBoolean('isActive', { description: 'Out of use nothing of it is asked for or offered.' }),
    options: t.field({
      type: [ParameterOption],
      description: 'Its values in their order, also those out of use.',
      resolve: async (row, _args, context) =>
        (await loadOptions(context)).filter(({ parameterId }) => parameterId === row.id),
    }),
    version: t.exposeInt('version'),
    updatedBy: t.field({ type: Agent, nullable: true, resolve: (row) => row.updatedById }),
    updatedAt: t.expose('updatedAt', { type: 'DateTime' }),
  }),
});

builder.queryFields((t) => ({
  parameters: t.field({
    type: [Parameter],
    description: 'Every list; there are few.',
    resolve: (_root, _args, context) => (context.actor.kind === 'anonymous' ? [] : loadParameters(context)),
  }),
  parameter: t.field({
    type: Parameter,
    nullable: true,
    description: 'A list by its key, such as call-purpose, or by the name that another system knows it by.',
    args: { key: t.arg.string({ required: true }) },
    resolve: async (_root, { key }, context) => {
      if (context.actor.kind === 'anonymous') return null;
      return (await loadParameters(context)).find((row) => row.key === key || row.alias === key) ?? null;
    },
  }),
}));

defineMutation({
  name: 'createParameter',
  description: "Makes a list of the company's own. Needs parameter.manage.",
  input: createParameterInput,
  run: async (context, input) => ({ parameterId: await createParameter(context, input) }),
  fields: (t) => ({ parameter: t.field({ type: Parameter, nullable: true, resolve: (result) => result.parameterId }) }),
});

defineMutation({
  name: 'updateParameter',
  description: 'Changes what a list is called, or takes it out of use. Needs parameter.manage.',
  input: updateParameterInput,
  run: async (context, input) => ({ parameterId: await updateParameter(context, input) }),
  fields: (t) => ({ parameter: t.field({ type: Parameter, nullable: true, resolve: (result) => result.parameterId }) }),
});

defineMutation({
  name: 'deleteParameter',
  description: "Removes a list of the company's own of which nothing was noted. Needs parameter.manage.",
  input: deleteParameterInput,
  run: async (context, input) => ({ parameterId: await deleteParameter(context, input) }),
  fields: (t) => ({ parameterId: t.exposeString('parameterId') }),
});

defineMutation({
  name: 'createParameterOption',
  description: 'Adds a value to a list. Needs parameter.manage.',
  input: createParameterOptionInput,
  run: async (context, input) => ({ optionId: await createParameterOption(context, input) }),
  fields: (t) => ({
    option: t.field({ type: ParameterOption, nullable: true, resolve: (result) => result.optionId }),
  }),
});

defineMutation({
  name: 'updateParameterOption',
  description: "Changes a value's words or place, or takes it out of use. Needs parameter.manage.",
  input: updateParameterOptionInput,
  run: async (context, input) => ({ optionId: await updateParameterOption(context, input) }),
  fields: (t) => ({
    option: t.field({ type: ParameterOption, nullable: true, resolve: (result) => result.optionId }),
  }),
});

defineMutation({
  name: 'moveParameterOption',
  description: 'Moves a value among its neighbours. Needs parameter.manage.',
  input: moveParameterOptionInput,
  run: async (context, input) => ({ parameterId: await moveParameterOption(context, input) }),
  fields: (t) => ({ parameter: t.field({ type: Parameter, nullable: true, resolve: (result) => result.parameterId }) }),
});

defineMutation({
  name: 'deleteParameterOption',
  description: 'Removes a value that was never noted. Needs parameter.manage.',
  input: deleteParameterOptionInput,
  run: async (context, input) => ({ parameterId: await deleteParameterOption(context, input) }),
  fields: (t) => ({ parameter: t.field({ type: Parameter, nullable: true, resolve: (result) => result.parameterId }) }),
});
