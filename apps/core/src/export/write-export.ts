import type { GraphQLSchema } from 'graphql';
import { actorOfJob } from '../job/job-actor.ts';
import type { JobRecord } from '../job/job-access.ts';
import type { JobSelection } from '../job/job-input.ts';
import { stopJob } from '../job/stop-job.ts';
import { tellOfJob } from '../job/tell-of-job.ts';
import { may } from '../identity/actor.ts';
import type { Context } from '../platform/context.ts';
import { DomainError, NotPermittedError } from '../platform/errors.ts';
import { localeSchema } from '../platform/text/localized-text.ts';
import { inTransaction } from '../platform/transaction.ts';
import { viewQuery } from '../view/saved-view-input.ts';
import { exportRight } from './create-export.ts';
import { exportColumns } from './export-columns.ts';
import { exportPlan } from './export-input.ts';
import { packRows } from './export-parts.ts';
import { finishExport } from './finish-export.ts';
import { readPart } from './read-records.ts';

/** Reads the next rows and keeps them together with how far the export is, so that none is read twice. */
async function addPart(context: Context, schema: GraphQLSchema, job: JobRecord): Promise<void> {
  const { list, columns } = exportPlan.parse(job.input);
  if (!may(context.actor, exportRight(list))) throw new NotPermittedError(exportRight(list));
  const { query } = job.selection as Extract<JobSelection, { kind: 'query' }>;
  const known = new Map((await exportColumns(context, list)).map((column) => [column.key, column]));
  // A column that is gone meanwhile stays, empty, so that all parts have the same.
  const wanted = columns.map(
    (key) => known.get(key) ?? { key, label: { en: key, zh: key }, select: 'id', cell: () => null },
  );
  const { rows, next } = await readPart(context, schema, list, viewQuery.parse(query), wanted, job.collectedAfter);
  const packed = await packRows(rows);
  await inTransaction(context, async (context) => {
    const current = await context.db
      .selectFrom('job')
      .select(['status', 'isCollected', 'collectedAfter'])
      .where('id', '=', job.id)
      .forUpdate()
      .executeTakeFirst();
    // Paused or cancelled meanwhile, or another worker has read these rows.
    if (current?.status !== 'running' || current.isCollected || current.collectedAfter !== job.collectedAfter) return;
    const { last } = await context.db
      .selectFrom('exportPart')
      .select(({ fn }) => fn.max('position').as('last'))
      .where('jobId', '=', job.id)
      .executeTakeFirstOrThrow();
    const position = (last ?? 0) + 1;
    if (rows.length > 0)
      await context.db.insertInto('exportPart').values({ jobId: job.id, position, packed }).execute();
    const count = job.totalCount + rows.length;
    await context.db
      .updateTable('job')
      .set({
        totalCount: count,
        doneCount: count,
        collectedAfter: next,
        isCollected: next === null,
        updatedAt: context.now(),
      })
      .where('id', '=', job.id)
      .execute();
    await tellOfJob(context, job, 'progressed');
  });
}

/**
 * Goes on with an export until its file is there or it is not to go on: part after part is read as whoever asked for it, with
 * the rights that they have by then, and kept; the file is made of the parts. May be repeated, also beside itself, and goes
 * on where it was. A rule that says no ends the job and stands in it; anything else is thrown.
 */
export async function writeExport(context: Context, schema: GraphQLSchema, jobId: string): Promise<void> {
  for (;;) {
    const job = await context.db.selectFrom('job').selectAll().where('id', '=', jobId).executeTakeFirst();
    if (job?.status !== 'running') return;
    const actor = await actorOfJob(context, job);
    if (!actor) return;
    const asMaker: Context = { ...context, actor, locale: localeSchema.parse(job.locale), memo: new Map() };
    try {
      if (job.isCollected) return await finishExport(asMaker, job);
      await addPart(asMaker, schema, job);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      const fault = { code: error.code, message: error.text };
      await inTransaction(context, (context) => stopJob(context, job, 'failed', fault));
      return;
    }
  }
}
