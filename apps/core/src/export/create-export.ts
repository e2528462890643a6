import { requirePermission } from '../identity/actor.ts';
import type { Context } from '../platform/context.ts';
import { ValidationError } from '../platform/errors.ts';
import { parseInput } from '../platform/parse-input.ts';
import { inTransaction } from '../platform/transaction.ts';
import { requireFreeJob } from '../job/create-job.ts';
import { writeJob } from '../job/write-job.ts';
import { exportColumns } from './export-columns.ts';
import { createExportInput, type CreateExportInput } from './export-input.ts';

const rights = { tickets: 'ticket.export', customers: 'customer.export' } as const;

/** The right to export a list. */
export const exportRight = (list: keyof typeof rights) => rights[list];

/**
 * Asks for a file of everything that a list shows, with these columns in this order. It holds what its maker may see, with
 * what is covered for them covered. Returns the job's id. Throws NotPermittedError, ValidationError, ConflictError.
 */
export async function createExport(context: Context, input: CreateExportInput): Promise<string> {
  requirePermission(context.actor, rights[input.list]);
  const { list, query, columns, format } = parseInput(createExportInput, input);
  const known = new Set((await exportColumns(context, list)).map(({ key }) => key));
  const unknown = columns.findIndex((key) => !known.has(key));
  if (unknown >= 0) {
    throw ValidationError.at(['columns', String(unknown)], 'unknown_column', {
      en: `This list has no column ${columns[unknown] ?? ''}. exportColumns tells those that there are.`,
      zh: `此列表没有“${columns[unknown] ?? ''}”列，可用的列见 exportColumns。`,
    });
  }
  return inTransaction(context, async (context) => {
    await requireFreeJob(context);
    return writeJob(context, {
      operation: list === 'tickets' ? 'export_tickets' : 'export_customers',
      input: { list, columns: [...new Set(columns)], format },
      selection: { kind: 'query', list, query },
    });
  });
}
