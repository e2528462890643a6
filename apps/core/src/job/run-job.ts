import type { GraphQLSchema } from 'graphql';
import type { Context } from '../platform/context.ts';
import { inTransaction } from '../platform/transaction.ts';
import { collectRows } from './collect-rows.ts';
import { finishJob } from './finish-job.ts';
import { isExport } from './job-input.ts';
import type { JobRecord } from './job-access.ts';
import { actorOfJob } from './job-actor.ts';
import { runRows } from './run-rows.ts';
import { stopJob } from './stop-job.ts';
import { tellOfJob } from './tell-of-job.ts';

/** How long a turn takes at most (ms); rights that were taken away are noticed after it. */
const turnMs = 1_500;
/** Transactions at a time. */
const lanes = 4;

const gone = {
  code: 'actor_gone',
  message: {
    en: 'Whoever asked for this is not active any more, or their token is not valid. The rows that wait stay as they are.',
    zh: '发起人已停用或其令牌已失效，未处理的记录保持不变。',
  },
};

const readJob = (context: Context, jobId: string): Promise<JobRecord | undefined> =>
  context.db.selectFrom('job').selectAll().where('id', '=', jobId).executeTakeFirst();

async function begin(context: Context, jobId: string): Promise<void> {
  await context.db
    .updateTable('job')
    .set(({ fn, val }) => ({ status: 'running', startedAt: fn.coalesce('startedAt', val(context.now())) }))
    .where('id', '=', jobId)
    .where('status', '=', 'queued')
    .execute();
}

/** Rows in several transactions at a time, until the turn is over, there are none, or somebody stopped the job. */
async function runTurn(context: Context, job: JobRecord): Promise<void> {
  const until = performance.now() + turnMs;
  const lane = async (): Promise<void> => {
    while (performance.now() < until) {
      if ((await runRows(context, job)) === 0) return;
      const now = await context.db.selectFrom('job').select('status').where('id', '=', job.id).executeTakeFirst();
      if (now?.status !== 'running') return;
    }
  };
  // All of them end before a fault of one is told, as what is thrown early would leave the others at work.
  const ended = await Promise.allSettled(Array.from({ length: lanes }, lane));
  const failed = ended.find((one) => one.status === 'rejected');
  if (failed) throw failed.reason;
}

/**
 * Goes on with a job for a second or two, as whoever asked for it. May be repeated at any time, also beside itself: every
 * row is done once. Returns what there is to do next: more rows, the file of an export, or nothing now.
 */
export async function runJob(context: Context, schema: GraphQLSchema, jobId: string): Promise<'rows' | 'file' | null> {
  await begin(context, jobId);
  const job = await readJob(context, jobId);
  if (job?.status !== 'running') return null;
  const actor = await actorOfJob(context, job);
  if (!actor) {
    await inTransaction(context, (context) => stopJob(context, job, 'failed', gone));
    return null;
  }
  if (isExport(job.operation)) return 'file';
  const asMaker: Context = { ...context, actor, memo: new Map() };
  if (!job.isCollected) {
    await collectRows(asMaker, schema, jobId);
    return 'rows';
  }
  await runTurn(asMaker, job);
  await finishJob(context, jobId);
  await inTransaction(context, (context) => tellOfJob(context, job, 'progressed'));
  return (await readJob(context, jobId))?.status === 'running' ? 'rows' : null;
}
