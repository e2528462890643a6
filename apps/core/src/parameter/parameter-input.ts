import { z } from 'zod';
import { idOf } from '../platform/id.ts';
import { wordsUpTo } from '../platform/text/localized-text.ts';
import { stableKey } from '../platform/text/stable-key.ts';
import { recordKey } from '../platform/text/stable-key.ts';

export const parameterKindSchema = z.enum(['options', 'tree']);
export type ParameterKind = z.infer<typeof parameterKindSchema>;

export const shortLabel = wordsUpTo(60);
const position = z.int().min(0).max(10_000).meta({ description: 'Its place among its neighbours.' });

export const createParameterInput = z.object({
  key: recordKey,
  label: shortLabel,
  kind: parameterKindSchema.default('options'),
});
export const updateParameterInput = z.object({
  parameterId: idOf('Parameter'),
  expectedVersion: z.int().min(1),
  label: shortLabel.optional(),
  isActive: z.boolean().optional().meta({
    description: 'Out of use nothing of it is asked for or offered, and its values stay where they were noted.',
  }),
});
export const deleteParameterInput = z.object({ parameterId: idOf('Parameter'), expectedVersion: z.int().min(1) });

export const createParameterOptionInput = z.object({
  parameterId: idOf('Parameter'),
  parentId: idOf('ParameterOption')
    .nullish()
    .meta({ node: 'ParameterOption', description: 'The value that it belongs under, in a tree.' }),
  key: stableKey,
  label: shortLabel,
  position: position.default(0),
});
const whichOption = {
  optionId: idOf('ParameterOption').meta({ node: 'ParameterOption' }),
  expectedVersion: z.int().min(1),
};
export const updateParameterOptionInput = z.object({
  ...whichOption,
  label: shortLabel.optional(),
  position: position.optional(),
  isActive: z.boolean().optional().meta({ description: 'Out of use it is not offered, and stays where it was noted.' }),
});
export const moveParameterOptionInput = z.object({
  ...whichOption,
  place: z.int().min(0).max(1_000).meta({ description: 'Where it is to stand among its neighbours, from 0.' }),
});
export const deleteParameterOptionInput = z.object(whichOption);
