import { DateTime } from 'luxon';
import { offerExport } from '../automation/trigger/offer-to-triggers.ts';
import { dropFile, keepFile, writeFile } from '../file/keep-file.ts';
import { loadCompany } from '../identity/company/load-company.ts';
import type { JobRecord } from '../job/job-access.ts';
import { stopJob } from '../job/stop-job.ts';
import { recordAudit } from '../platform/audit.ts';
import type { Context } from '../platform/context.ts';
import { newId } from '../platform/id.ts';
import { inTransaction } from '../platform/transaction.ts';
import { exportColumns } from './export-columns.ts';
import { exportPlan } from './export-input.ts';
import { readParts } from './export-parts.ts';
import { tableBytes } from './write-table.ts';

const contentTypes = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
} as const;

/** Somebody paused or cancelled the job meanwhile, or another worker has finished it; the file that was begun is dropped. */
class Stopped extends Error {}

async function requireRunning(context: Context, jobId: string): Promise<void> {
  const job = context.db.selectFrom('job').select('status').where('id', '=', jobId);
  const { status } = (await (context.afterCommit ? job.forUpdate() : job).executeTakeFirst()) ?? {};
  if (status !== 'running') throw new Stopped();
}

async function makeFile(context: Context, job: JobRecord, id: string): Promise<void> {
  const { list, columns, format } = exportPlan.parse(job.input);
  const labels = new Map((await exportColumns(context, list)).map(({ key, label }) => [key, label[context.locale]]));
  const header = columns.map((key) => labels.get(key) ?? key);
  const pages = readParts(context, job.id, () => requireRunning(context, job.id));
  const stored = await writeFile(context, id, tableBytes(format, { header, pages }));
  const { zone } = await loadCompany(context);
  const now = context.now();
  const name = `${list}-${DateTime.fromJSDate(now, { zone }).toFormat('yyyyMMdd-HHmm')}.${format}`;
  const file = { ...stored, id, name, contentType: contentTypes[format], ownerType: 'job', ownerId: job.id };
  await inTransaction(context, async (context) => {
    await requireRunning(context, job.id);
    await keepFile(context, { ...file, uploadedById: job.createdById, createdAt: now });
    await context.db.updateTable('job').set({ fileId: id }).where('id', '=', job.id).execute();
    await recordAudit(context, { action: 'export.written', subjectType: 'job', subjectId: job.id, changes: { name } });
    await offerExport(context, { id: job.id, list, count: job.totalCount });
    await stopJob(context, job, 'completed');
  });
}

/** Makes the file of an export of which everything has been read, and ends the job. May be repeated: there is one file. */
export async function finishExport(context: Context, job: JobRecord): Promise<void> {
  const id = newId();
  try {
    await makeFile(context, job, id);
  } catch (error) {
    // Of anything else nobody knows whether it came before or after the commit.
    if (!(error instanceof Stopped)) throw error;
    await dropFile(context, id);
  }
}
