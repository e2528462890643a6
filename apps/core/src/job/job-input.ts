import { z } from 'zod';
import { idOf } from '../platform/id.ts';
import { ticketChange } from '../ticket/bulk/ticket-change.ts';
import { viewQuery, type ViewListKey } from '../view/saved-view-input.ts';

export const jobOperationSchema = z.enum([
  'change_tickets',
  'undo_ticket_changes',
  'export_tickets',
  'export_customers',
]);
export type JobOperation = z.infer<typeof jobOperationSchema>;

/** Whether a job writes a file, rather than doing something to each row. */
export const isExport = (operation: string): boolean => operation.startsWith('export_');

/** What can be asked for; undoing is asked of the job that is undone. */
export const askedOperationSchema = jobOperationSchema.extract(['change_tickets']);

/** `queued` until a worker takes it up; `failed` is a job that could not go on, not one with rows that failed. */
export const jobStatusSchema = z.enum(['queued', 'running', 'paused', 'completed', 'cancelled', 'failed']);
export type JobStatus = z.infer<typeof jobStatusSchema>;

export const rowOutcomeSchema = z.enum(['pending', 'done', 'skipped', 'failed']);

export const mostSelected = 1_000;

/** Everything that a list shows, in the words of its connection. */
export const jobQuery = viewQuery.pick({ view: true, filter: true });

export const createJobInput = z.object({
  operation: askedOperationSchema,
  ticketIds: z
    .array(idOf('Ticket'))
    .max(mostSelected)
    .nullish()
    .meta({ description: `These tickets, ${mostSelected} at most. Either they or \`query\` are given.` }),
  query: jobQuery.nullish().meta({ description: 'Everything that the list of tickets shows so.' }),
  change: ticketChange.meta({ description: 'What is done to each of them.' }),
  isDryRun: z.boolean().default(false).meta({
    description: 'Tries every row and changes nothing; the rows say what would be done, and why not.',
  }),
});
export type CreateJobInput = z.input<typeof createJobInput>;

export const jobIdInput = z.object({ jobId: idOf('Job') });

/** What a job works on, as it is stored. */
export type JobSelection =
  | { kind: 'ids' }
  | { kind: 'query'; list: ViewListKey; query: { view?: string | null; filter?: Record<string, unknown> | null } }
  /** The rows of an earlier job: of a dry run all, to be taken back those that were changed. */
  | { kind: 'rows_of'; jobId: string; onlyUndoable: boolean };
