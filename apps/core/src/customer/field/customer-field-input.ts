import { z } from 'zod';
import { idOf } from '../../platform/id.ts';

export const addCustomerFieldInput = z.object({
  fieldId: idOf('Field').meta({ description: 'A shared field that is in use.' }),
  isRequired: z.boolean().default(false),
  isSearchable: z.boolean().default(false).meta({ description: 'Whether lists of customers can be narrowed by it.' }),
});

export const updateCustomerFieldInput = z.object({
  key: z.string().max(60),
  expectedVersion: z.int().min(0).meta({ description: '0 for a built-in field that was never edited.' }),
  isRequired: z.boolean().optional(),
  isSearchable: z
    .boolean()
    .optional()
    .meta({ description: 'Of chosen fields; built-in ones have filters of their own.' }),
  beforeKey: z.string().max(60).nullish().meta({
    description: 'Of chosen fields: moves it before this one; null moves it to the end.',
  }),
});

export const removeCustomerFieldInput = z.object({ key: z.string().max(60) });
