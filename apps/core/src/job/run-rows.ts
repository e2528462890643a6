import { isDatabaseAway } from '@handoff/prisma';
import { sql } from 'kysely';
import type { Context } from '../platform/context.ts';
import { DomainError } from '../platform/errors.ts';
import { insertRows, writePending } from '../platform/insert-rows.sql.ts';
import { inSavepoint, inTransaction, isLockConflict } from '../platform/transaction.ts';
import { readAhead, type TicketAhead } from '../ticket/bulk/read-ahead.ts';
import type { JobRecord } from './job-access.ts';
import { rowOperations, type RowResult } from './row-operations.ts';
import { jobOperationSchema } from './job-input.ts';

/** Rows that are done in one transaction: enough to share its commit, few enough to hold nobody up. */
const chunkSize = 50;

interface Outcome {
  outcome: 'done' | 'skipped' | 'failed';
  result: Partial<RowResult>;
}

const unexpected = {
  code: 'unexpected',
  message: { en: 'Something went wrong here. Try this one alone.', zh: '处理此条时出现意外，请单独重试。' },
};

/** What was thrown belongs to the row, unless the whole transaction has to be begun again. */
function failureOf(error: unknown): Outcome {
  if (error instanceof DomainError) {
    return { outcome: 'failed', result: { fault: { code: error.code, message: error.text } } };
  }
  if (isLockConflict(error) || isDatabaseAway(error)) throw error;
  return { outcome: 'failed', result: { fault: unexpected } };
}

async function runRow(context: Context, job: JobRecord, row: { subjectId: string; undo: unknown }): Promise<Outcome> {
  const operation = rowOperations[jobOperationSchema.parse(job.operation)];
  if (!operation) throw new Error(`a job ${job.operation} has no rows`);
  const notices = new Map<string, number>();
  try {
    const work = (inner: Context): Promise<RowResult> =>
      operation({ ...inner, notices }, { input: job.input, subjectId: row.subjectId, undo: row.undo });
    const result = await inSavepoint(context, work, { isTrial: job.isDryRun });
    if (!job.isDryRun) for (const [key, count] of notices) addNotice(context, key, count);
    return { outcome: result.fault ? 'skipped' : 'done', result };
  } catch (error) {
    return failureOf(error);
  }
}

function addNotice({ notices }: Context, key: string, count: number): void {
  notices?.set(key, (notices.get(key) ?? 0) + count);
}

async function writeNotices(context: Context, jobId: string): Promise<void> {
  const rows = [...(context.notices ?? [])].map(([key, count]) => {
    const [agentId = '', kind = ''] = key.split(' ');
    return { jobId, agentId, kind, count };
  });
  if (rows.length === 0) return;
  await context.db
    .insertInto('jobNotice')
    .values(rows)
    .onDuplicateKeyUpdate({ count: sql`job_notice.count + VALUES(count)` })
    .execute();
}

/** Whether acts on a ticket read or change one that another of these rows may have changed: its parent's, or a sub-ticket's. */
function kinship(bulk: ReadonlyMap<string, TicketAhead>): (ticketId: string) => boolean {
  const parents = new Set([...bulk.values()].flatMap(({ ticket }) => ticket?.parentId ?? []));
  const ofParents = new Set([...bulk].flatMap(([id, { ticket }]) => (ticket?.parentId ? [id] : [])));
  return (ticketId) => parents.has(ticketId) || ofParents.has(ticketId);
}

/**
 * Does the next rows of a job: their effects, their results and the job's counts are committed together, so that a row
 * has its effect once however often a killed worker's work is taken up again. Returns how many rows it found.
 */
export async function runRows(context: Context, job: JobRecord): Promise<number> {
  return inTransaction(context, async (transaction) => {
    const rows = await transaction.db
      .selectFrom('jobRow')
      .select(['position', 'subjectId', 'undo'])
      .where('jobId', '=', job.id)
      .where('outcome', '=', 'pending')
      .orderBy('position')
      .limit(chunkSize)
      .forUpdate()
      .skipLocked()
      .execute();
    if (rows.length === 0) return 0;
    const bulk = await readAhead(
      transaction,
      rows.map(({ subjectId }) => subjectId),
    );
    const context: Context = { ...transaction, notices: new Map(), bulk };
    const isKin = kinship(bulk);
    const counts = { done: 0, skipped: 0, failed: 0 };
    const at = context.now();
    const written = [];
    for (const row of rows) {
      if (isKin(row.subjectId)) await writePending(context);
      const { outcome, result } = await runRow(context, job, row);
      counts[outcome] += 1;
      written.push({
        jobId: job.id,
        position: row.position,
        subjectId: row.subjectId,
        outcome,
        fault: result.fault ? JSON.stringify(result.fault) : null,
        changes: result.changes ? JSON.stringify(result.changes) : null,
        undo: result.undo ? JSON.stringify(result.undo) : null,
        at,
      });
    }
    await insertRows(context, 'jobRow', written, ['outcome', 'fault', 'changes', 'undo', 'at']);
    await writeNotices(context, job.id);
    await context.db
      .updateTable('job')
      .set({
        doneCount: sql`done_count + ${counts.done}`,
        skippedCount: sql`skipped_count + ${counts.skipped}`,
        failedCount: sql`failed_count + ${counts.failed}`,
        updatedAt: at,
      })
      .where('id', '=', job.id)
      .execute();
    return rows.length;
  });
}
