import type { GraphQLSchema } from 'graphql';
import { DateTime } from 'luxon';
import { offerExport } from '../automation/trigger/offer-to-triggers.ts';
import { filesOf } from '../file/store-file.ts';
import { may } from '../identity/actor.ts';
import { loadCompany } from '../identity/load-company.ts';
import { actorOfJob } from '../job/job-actor.ts';
import type { JobRecord } from '../job/job-access.ts';
import type { JobSelection } from '../job/job-input.ts';
import { stopJob } from '../job/stop-job.ts';
import { tellOfJob } from '../job/tell-of-job.ts';
import { recordAudit } from '../platform/audit.ts';
import type { Context } from '../platform/context.ts';
import { DomainError, NotPermittedError } from '../platform/errors.ts';
import { newId } from '../platform/id.ts';
import { localeSchema } from '../platform/text/localized-text.ts';
import { inTransaction } from '../platform/transaction.ts';
import { viewQuery } from '../view/saved-view-input.ts';
import { exportRight } from './create-export.ts';
import { exportColumns, type Cell } from './export-columns.ts';
import { exportPlan } from './export-input.ts';
import { readRecords } from './read-records.ts';
import { tableBytes } from './write-table.ts';

const contentTypes = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
} as const;
const tellEveryMs = 1_000;

/** Somebody paused or cancelled the job meanwhile; the file that was begun is dropped. */
class Stopped extends Error {}

/** Passes the pages on, and writes down how many rows there were; throws once the job is not to go on. */
async function* counted(context: Context, job: JobRecord, pages: AsyncIterable<Cell[][]>): AsyncGenerator<Cell[][]> {
  let count = 0;
  let toldAt = 0;
  for await (const page of pages) {
    count += page.length;
    yield page;
    if (Date.now() - toldAt < tellEveryMs) continue;
    toldAt = Date.now();
    await inTransaction(context, async (context) => {
      const going = await context.db
        .updateTable('job')
        .set({ totalCount: count, doneCount: count, updatedAt: context.now() })
        .where('id', '=', job.id)
        .where('status', '=', 'running')
        .executeTakeFirst();
      if (going.numUpdatedRows === 0n) throw new Stopped();
      await tellOfJob(context, job, 'progressed');
    });
  }
  await context.db.updateTable('job').set({ totalCount: count, doneCount: count }).where('id', '=', job.id).execute();
}

async function writeFile(context: Context, schema: GraphQLSchema, job: JobRecord): Promise<void> {
  const { list, columns, format } = exportPlan.parse(job.input);
  if (!may(context.actor, exportRight(list))) throw new NotPermittedError(exportRight(list));
  const selection = job.selection as Extract<JobSelection, { kind: 'query' }>;
  const known = new Map((await exportColumns(context, list)).map((column) => [column.key, column]));
  const wanted = columns.flatMap((key) => known.get(key) ?? []);
  const records = readRecords(context, schema, list, viewQuery.parse(selection.query), wanted);
  const id = newId();
  const header = wanted.map(({ label }) => label[context.locale]);
  const stored = await filesOf(context).write(
    id,
    tableBytes(format, { header, pages: counted(context, job, records) }),
  );
  const { zone } = await loadCompany(context);
  const now = context.now();
  const name = `${list}-${DateTime.fromJSDate(now, { zone }).toFormat('yyyyMMdd-HHmm')}.${format}`;
  await inTransaction(context, async (context) => {
    const current = await context.db
      .selectFrom('job')
      .select('status')
      .where('id', '=', job.id)
      .forUpdate()
      .executeTakeFirst();
    if (current?.status !== 'running') throw new Stopped();
    await context.db
      .insertInto('file')
      .values({
        ...stored,
        id,
        name,
        contentType: contentTypes[format],
        ownerType: 'job',
        ownerId: job.id,
        uploadedById: job.createdById,
        createdAt: now,
      })
      .execute();
    await context.db.updateTable('job').set({ fileId: id, isCollected: true }).where('id', '=', job.id).execute();
    await recordAudit(context, { action: 'export.written', subjectType: 'job', subjectId: job.id, changes: { name } });
    const { totalCount: count } = await context.db
      .selectFrom('job')
      .select('totalCount')
      .where('id', '=', job.id)
      .executeTakeFirstOrThrow();
    await offerExport(context, { id: job.id, list, count });
    await stopJob(context, job, 'completed');
  });
}

/**
 * Writes the file of an export as whoever asked for it, from its first row on. May be repeated: only a whole file of a job
 * that is still to go on is kept. A rule that says no ends the job and stands in it; anything else is thrown.
 */
export async function writeExport(context: Context, schema: GraphQLSchema, jobId: string): Promise<void> {
  const job = await context.db.selectFrom('job').selectAll().where('id', '=', jobId).executeTakeFirst();
  if (job?.status !== 'running') return;
  const actor = await actorOfJob(context, job);
  if (!actor) return;
  try {
    await writeFile({ ...context, actor, locale: localeSchema.parse(job.locale) }, schema, job);
  } catch (error) {
    if (error instanceof Stopped) return;
    if (!(error instanceof DomainError)) throw error;
    const fault = { code: error.code, message: error.text };
    await inTransaction(context, (context) => stopJob(context, job, 'failed', fault));
  }
}
