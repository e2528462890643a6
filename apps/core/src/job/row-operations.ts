import type { Context } from '../platform/context.ts';
import type { FieldChange } from '../ticket/append-event.ts';
import { changeTicket } from '../ticket/bulk/change-ticket.ts';
import { ticketChange, ticketUndo } from '../ticket/bulk/ticket-change.ts';
import { undoTicketChange } from '../ticket/bulk/undo-ticket-change.ts';
import type { JobOperation } from './job-input.ts';
import type { JobFault } from './stop-job.ts';

/** What came of a row that no rule refused. With a `fault` there was nothing to do, and it says why. */
export interface RowResult {
  fault?: JobFault;
  changes?: FieldChange[];
  /** What taking it back needs; absent where there is no way back. */
  undo?: unknown;
}

interface RowTask {
  input: unknown;
  subjectId: string;
  undo: unknown;
}

type RowOperation = (context: Context, task: RowTask) => Promise<RowResult>;

/** What each operation does to one row, in the transaction that also writes down that it was done. */
export const rowOperations: Readonly<Partial<Record<JobOperation, RowOperation>>> = {
  change_tickets: (context, { input, subjectId }) => changeTicket(context, ticketChange.parse(input), subjectId),
  undo_ticket_changes: (context, { undo, subjectId }) => undoTicketChange(context, ticketUndo.parse(undo), subjectId),
};
