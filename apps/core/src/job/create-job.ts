import { requireAgent, requirePermission } from '../identity/actor.ts';
import type { Context } from '../platform/context.ts';
import { ConflictError, ValidationError } from '../platform/errors.ts';
import { insertRows } from '../platform/insert-rows.sql.ts';
import { parseInput } from '../platform/parse-input.ts';
import { inTransaction } from '../platform/transaction.ts';
import { createJobInput, type CreateJobInput } from './job-input.ts';
import { writeJob } from './write-job.ts';

/** How many jobs one person may have at work at a time. */
const mostAtWork = 5;

/** Throws ConflictError if the caller has as many jobs at work as they may. */
export async function requireFreeJob(context: Context): Promise<void> {
  const { count } = await context.db
    .selectFrom('job')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('createdById', '=', requireAgent(context.actor))
    .where('status', 'in', ['queued', 'running', 'paused'])
    .executeTakeFirstOrThrow();
  if (count < mostAtWork) return;
  throw new ConflictError('too_many_jobs', {
    en: `You have ${mostAtWork} jobs at work, which is the most. Wait for one, or cancel one.`,
    zh: `您已有 ${mostAtWork} 个任务在进行，请等待其完成或先取消一个。`,
  });
}

/**
 * Asks for a change of many tickets: a selection, or everything that a list shows. Each row is later changed with the
 * caller's own rights, once, and says what came of it. Returns the job's id. Throws ValidationError, NotPermittedError,
 * ConflictError.
 */
export async function createJob(context: Context, input: CreateJobInput): Promise<string> {
  requirePermission(context.actor, 'ticket.read');
  const { operation, ticketIds, query, change, isDryRun } = parseInput(createJobInput, input);
  if (Boolean(ticketIds?.length) === Boolean(query)) {
    throw ValidationError.at('ticketIds', 'nothing_selected', {
      en: 'Select tickets, or give the filter whose tickets are meant: one of the two.',
      zh: '请选择工单，或给出筛选条件，二者选一。',
    });
  }
  return inTransaction(context, async (context) => {
    await requireFreeJob(context);
    if (query) {
      return writeJob(context, {
        operation,
        input: change,
        selection: { kind: 'query', list: 'tickets', query },
        isDryRun,
      });
    }
    const ids = [...new Set(ticketIds)];
    const jobId = await writeJob(context, {
      operation,
      input: change,
      selection: { kind: 'ids' },
      isDryRun,
      knownCount: ids.length,
    });
    const rows = ids.map((subjectId, index) => ({ jobId, position: index + 1, subjectId }));
    await insertRows(context, 'jobRow', rows);
    return jobId;
  });
}
