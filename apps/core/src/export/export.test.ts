import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { createTestDatabase, type TestDatabase } from '@handoff/prisma/testing/create-test-database';
import excel from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { removePendingFiles } from '../file/keep-file.ts';
import { loadVisibleFile } from '../file/load-visible-file.ts';
import { schema } from '../graphql/schema.ts';
import { pauseJob } from '../job/control-job.ts';
import { runJob } from '../job/run-job.ts';
import type { Context } from '../platform/context.ts';
import { openFileStore, type FileContent, type FileStore } from '../platform/file-store.ts';
import { createTicket } from '../ticket/create-ticket.ts';
import { createServiceDesk, type ServiceDesk } from '../ticket/testing/service-desk.ts';
import { createExport } from './create-export.ts';
import type { CreateExportInput } from './export-input.ts';
import { removeExpiredExports } from './remove-expired-exports.ts';
import { writeExport } from './write-export.ts';

let test: TestDatabase;
let desk: ServiceDesk;
let folder: string;
let files: FileStore;
let exporter: Awaited<ReturnType<ServiceDesk['hire']>>;
let system: Context;
beforeAll(async () => {
  test = await createTestDatabase();
  desk = await createServiceDesk(test.database);
  folder = await mkdtemp(join(tmpdir(), 'handoff-export-'));
  files = openFileStore(folder);
  system = { ...desk.system, files };
  exporter = await desk.hire({ 'ticket.read': 'all', 'ticket.export': 'all', 'ticket.create': 'all' });
  const answers = { contact_phone: '+8613805715678', note: 'Leaks, "badly"' };
  await createTicket(exporter, { typeId: desk.typeId, title: '=HYPERLINK("http://evil")', answers });
  await createTicket(exporter, { typeId: desk.typeId, title: '空调不制冷', urgency: 'high', answers });
});
afterAll(async () => {
  await test.drop();
  await rm(folder, { recursive: true });
});

const columns = ['title', 'urgency', 'answers.contact_phone', 'answers.note'];
async function made(input: Partial<CreateExportInput> = {}, by: Context = exporter): Promise<string> {
  const jobId = await createExport(by, { list: 'tickets', query: { view: 'ALL' }, columns, ...input });
  expect(await runJob(system, schema, jobId)).toBe('file');
  await writeExport(system, schema, jobId);
  return jobId;
}
const jobOf = (jobId: string) =>
  test.database.selectFrom('job').selectAll().where('id', '=', jobId).executeTakeFirstOrThrow();
async function contentOf(jobId: string): Promise<Buffer> {
  const { fileId } = await jobOf(jobId);
  return buffer(files.read(fileId ?? ''));
}

describe('an export', () => {
  it('writes the chosen columns in their order, without formulas, covered as for whoever exports', async () => {
    const jobId = await made({ format: 'csv' });
    expect(await jobOf(jobId)).toMatchObject({ status: 'completed', doneCount: 2 });
    const lines = (await contentOf(jobId)).toString('utf8').trimEnd().split('\n');
    expect(lines[0]).toBe('\uFEFFTitle,Urgency,Phone,Note');
    expect(lines[1]).toMatch(/^"'=HYPERLINK\(""http:\/\/evil""\)",Normal,.*\*+.*,"Leaks, ""badly"""$/);
    expect(lines.join()).not.toContain('13805715678');
  });

  it('writes a workbook that can be read', async () => {
    const jobId = await made({ query: { view: 'ALL', filter: { urgency: { eq: 'HIGH' } } } });
    const { fileId } = await jobOf(jobId);
    const workbook = new excel.Workbook();
    const bytes = await readFile(join(folder, (fileId ?? '').slice(-2), fileId ?? ''));
    await workbook.xlsx.load(bytes.buffer);
    const sheet = workbook.worksheets[0];
    expect(sheet?.rowCount).toBe(2);
    expect(sheet?.getRow(2).getCell(1).value).toBe('空调不制冷');
  });

  it('goes on where a crash has left it, and tells its maker once', async () => {
    const jobId = await createExport(exporter, { list: 'tickets', query: { view: 'ALL' }, columns, format: 'csv' });
    await runJob(system, schema, jobId);
    const crashing = { ...files, write: () => Promise.reject(new Error('the process is gone')) };
    await expect(writeExport({ ...system, files: crashing }, schema, jobId)).rejects.toThrow('the process is gone');
    expect(await jobOf(jobId)).toMatchObject({ status: 'running', isCollected: true, doneCount: 2, fileId: null });
    const answers = { contact_phone: '+8613805715678' };
    const late = await createTicket(exporter, { typeId: desk.typeId, title: 'Too late', answers });
    await Promise.all([writeExport(system, schema, jobId), writeExport(system, schema, jobId)]);
    await writeExport(system, schema, jobId);
    expect(await jobOf(jobId)).toMatchObject({ status: 'completed', doneCount: 2 });
    const lines = (await contentOf(jobId)).toString('utf8').trimEnd().split('\n');
    expect(lines).toHaveLength(3);
    const parts = test.database.selectFrom('exportPart').select('position').where('jobId', '=', jobId);
    expect(await parts.execute()).toEqual([]);
    const told = test.database.selectFrom('outbox').select('payload').where('key', 'like', `job:${jobId}:%`);
    expect((await told.execute()).map(({ payload }) => payload)).toMatchObject([
      { kind: 'job.finished', agentIds: [exporter.actor.agentId], subjectId: jobId, params: { status: 'completed' } },
    ]);
    await test.database.deleteFrom('ticket').where('id', '=', late).execute();
  });

  it('is its maker’s alone, needs a right of its own, and is kept for a limited time', async () => {
    const reader = await desk.hire({ 'ticket.read': 'all', 'job.oversee': 'all' });
    const ask = createExport(reader, { list: 'tickets', query: {}, columns });
    await expect(ask).rejects.toMatchObject({ code: 'not_permitted' });
    const jobId = await made({ format: 'csv' });
    const { fileId } = await jobOf(jobId);
    expect(await loadVisibleFile(reader, fileId ?? '')).toBeNull();
    expect(await loadVisibleFile(exporter, fileId ?? '')).toMatchObject({ ownerType: 'job' });
    const later = { ...system, now: () => new Date(Date.now() + 8 * 24 * 60 * 60 * 1000) };
    expect(await removeExpiredExports(later)).toBeGreaterThan(0);
    expect(await loadVisibleFile(exporter, fileId ?? '')).toBeNull();
    expect(await jobOf(jobId)).toMatchObject({ fileId: null, status: 'completed' });
  });

  it('leaves no file behind when its process is killed while it is written, or before it is kept', async () => {
    const jobId = await createExport(exporter, { list: 'tickets', query: {}, columns });
    await runJob(system, schema, jobId);
    const begun: string[] = [];
    const dying = {
      ...files,
      write: async (id: string, content: FileContent) => {
        begun.push(id);
        await files.write(id, content);
        throw new Error('the process is gone');
      },
    };
    await expect(writeExport({ ...system, files: dying }, schema, jobId)).rejects.toThrow('the process is gone');
    await writeExport(system, schema, jobId);
    const { fileId } = await jobOf(jobId);
    const nameOf = (path: string) => path.split('/').at(-1);
    const stored = async () => (await readdir(folder, { recursive: true })).map(nameOf);
    expect(await stored()).toEqual(expect.arrayContaining([begun[0], fileId]));
    expect(await removePendingFiles(system)).toBe(0);
    const later = { ...system, now: () => new Date(Date.now() + 25 * 60 * 60 * 1000) };
    expect(await removePendingFiles(later)).toBeGreaterThan(0);
    expect(await stored()).not.toContain(begun[0]);
    expect(await stored()).toContain(fileId);
  });

  it('keeps no file of a job that was paused, and names a column that is not there', async () => {
    const jobId = await createExport(exporter, { list: 'tickets', query: {}, columns });
    await runJob(system, schema, jobId);
    await pauseJob(exporter, { jobId });
    await writeExport(system, schema, jobId);
    expect(await jobOf(jobId)).toMatchObject({ status: 'paused', fileId: null });
    await expect(
      createExport(exporter, { list: 'tickets', query: {}, columns: ['title', 'salary'] }),
    ).rejects.toMatchObject({ issues: [{ path: ['columns', '1'] }] });
  });
});
