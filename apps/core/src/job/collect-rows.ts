import type { GraphQLSchema } from 'graphql';
import { sql } from 'kysely';
import type { Context } from '../platform/context.ts';
import { insertRows } from '../platform/insert-rows.sql.ts';
import { inTransaction } from '../platform/transaction.ts';
import { viewQuery } from '../view/saved-view-input.ts';
import { readViewQuery, viewListOf } from '../view/view-list.ts';
import type { JobRecord } from './job-access.ts';
import type { JobSelection } from './job-input.ts';
import { tellOfJob } from './tell-of-job.ts';

const batchSize = 5_000;

interface Batch {
  subjects: { subjectId: string; undo: unknown }[];
  /** Where the next batch goes on; null after the last one. */
  next: string | null;
}

async function readBatch(context: Context, schema: GraphQLSchema, job: JobRecord): Promise<Batch> {
  const selection = job.selection as JobSelection;
  const after = job.collectedAfter;
  switch (selection.kind) {
    case 'ids':
      return { subjects: [], next: null };
    case 'query': {
      const opened = readViewQuery(schema, selection.list, viewQuery.parse(selection.query));
      const ids = await viewListOf(selection.list).ids(context, opened, after, batchSize);
      const next = ids.length < batchSize ? null : (ids.at(-1) ?? null);
      return { subjects: ids.map((subjectId) => ({ subjectId, undo: null })), next };
    }
    case 'rows_of': {
      const rows = await context.db
        .selectFrom('jobRow')
        .select(['position', 'subjectId', 'undo'])
        .where('jobId', '=', selection.jobId)
        .where('position', '>', Number(after ?? 0))
        .$if(selection.onlyUndoable, (query) => query.where('outcome', '=', 'done'))
        .orderBy('position')
        .limit(batchSize)
        .execute();
      const last = rows.at(-1)?.position;
      const next = rows.length < batchSize || last === undefined ? null : String(last);
      const subjects = selection.onlyUndoable ? rows.filter(({ undo }) => undo !== null) : rows;
      return { subjects: subjects.map(({ subjectId, undo }) => ({ subjectId, undo })), next };
    }
  }
}

/**
 * Writes down the next rows that a job is about, as its maker sees them now: all are known before the first is changed.
 * A batch and how far it went are committed together.
 */
export async function collectRows(context: Context, schema: GraphQLSchema, jobId: string): Promise<void> {
  await inTransaction(context, async (context) => {
    const job = await context.db.selectFrom('job').selectAll().where('id', '=', jobId).forUpdate().executeTakeFirst();
    if (!job || job.isCollected || job.status !== 'running') return;
    const { subjects, next } = await readBatch(context, schema, job);
    const rows = subjects.map(({ subjectId, undo }, index) => ({
      jobId,
      position: job.totalCount + index + 1,
      subjectId,
      undo: undo === null ? null : JSON.stringify(undo),
    }));
    await insertRows(context, 'jobRow', rows);
    await context.db
      .updateTable('job')
      .set({
        totalCount: sql`total_count + ${rows.length}`,
        collectedAfter: next,
        isCollected: next === null,
        updatedAt: context.now(),
      })
      .where('id', '=', jobId)
      .execute();
    await tellOfJob(context, job, 'progressed');
  });
}
