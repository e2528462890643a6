import { z } from 'zod';
import { viewListSchema, viewQuery } from '../view/saved-view-input.ts';

export const exportFormatSchema = z.enum(['xlsx', 'csv']);

export const createExportInput = z.object({
  list: viewListSchema,
  query: viewQuery.pick({ view: true, filter: true }).meta({ description: 'Everything that the list shows so.' }),
  columns: z
    .array(z.string().min(1).max(80))
    .min(1)
    .max(120)
    .meta({ description: 'By their keys, as exportColumns tells them, in this order.' }),
  format: exportFormatSchema.default('xlsx'),
});
export type CreateExportInput = z.input<typeof createExportInput>;

/** What an export's job keeps of its input. */
export const exportPlan = createExportInput.pick({ list: true, columns: true, format: true });

/** For how many days the file of an export is kept. */
export const keptExportDays = 7;
