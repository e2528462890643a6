import { z } from 'zod';
import { idOf } from '../platform/id.ts';

const definition = z.unknown().meta({
  description: 'The field as a form has it: type, key, label, hint, options and limits. Type and key stay as they are.',
});
const which = { fieldId: idOf('Field'), expectedVersion: z.int().min(1) };

export const createFieldInput = z.object({ definition });

export const updateFieldInput = z.object({
  ...which,
  definition: definition.optional(),
  isActive: z.boolean().optional().meta({ description: 'Whether forms are offered it.' }),
});

export const deleteFieldInput = z.object({
  ...which,
  confirmedRecords: z
    .int()
    .min(0)
    .meta({ description: 'How many records hold a value, as `recordCount` tells it: what will be lost is known.' }),
});

export const restoreFieldInput = z.object(which);
