// A machine is lost in the middle of work, Temporal's data with it; a backup of moments before is restored elsewhere.
//   --seconds 40   how long people work before
//   --rate 10      transitions a second that the clients ask for
import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { handoffUrl, useInstance } from '@handoff/e2e/support/instance.ts';
import { killProcess } from '@handoff/e2e/support/processes.ts';
import { openSession } from '@handoff/e2e/support/sign-in.ts';
import { startInstance } from '@handoff/e2e/support/start-instance.ts';
import { openDatabase } from '@handoff/prisma';
import { databaseUrlOf } from '../../database-url.ts';
import { asRows, type Scenario } from '../scenario.ts';
import { verify } from '../verify.ts';
import { Workload, type Acknowledged } from '../workload.ts';

const root = join(import.meta.dirname, '..', '..', '..');
const content = 'what was uploaded';

function run(script: string, folder: string, data: string): number {
  const since = performance.now();
  const { status, stderr } = spawnSync(process.execPath, [join(root, 'scripts', script), folder], {
    env: { ...process.env, DATA_DIR: data, DATABASE_URL: '' },
  });
  if (status !== 0) throw new Error(`${script} failed:\n${stderr.toString()}`);
  return Math.round((performance.now() - since) / 100) / 10;
}

async function upload(): Promise<string> {
  const form = new FormData();
  form.set('file', new File([content], 'kept.txt'));
  const authorization = `Bearer ${await openSession('li.na')}`;
  const response = await fetch(`${handoffUrl()}/files`, { method: 'post', body: form, headers: { authorization } });
  return ((await response.json()) as { id: string }).id;
}

async function download(id: string): Promise<string> {
  const authorization = `Bearer ${await openSession('li.na')}`;
  // A file's address has the id that the database knows it by.
  const [, raw = ''] = Buffer.from(id, 'base64').toString().split(':');
  return (await fetch(`${handoffUrl()}/files/${raw}`, { headers: { authorization } })).text();
}

interface Before {
  acknowledged: Acknowledged[];
  faults: string[];
  fileId: string;
  since: Date;
  backupSeconds: number;
}

/** Works, makes a backup with clocks running and work under way, and loses the machine. */
async function workAndLose(backup: string, seconds: number, rate: number): Promise<Before> {
  const instance = await startInstance();
  useInstance(instance);
  try {
    const since = new Date();
    const fileId = await upload();
    const workload = await Workload.prepare(rate);
    workload.start(Date.now() + seconds * 1000);
    const acknowledged = await workload.finish();
    const backupSeconds = run('backup.mjs', backup, instance.data);
    for (const name of ['worker', 'temporal', 'web'] as const) killProcess(name);
    return { acknowledged, faults: workload.faults, fileId, since, backupSeconds };
  } finally {
    await instance.stop();
  }
}

export const restore: Scenario = async ({ seconds = 40, rate = 10 }) => {
  const folder = await mkdtemp(join(tmpdir(), 'handoff-restore-'));
  try {
    const backup = join(folder, 'backup');
    const data = join(folder, 'data');
    const before = await workAndLose(backup, seconds, rate);
    const restoreSeconds = run('restore.mjs', backup, data);
    const instance = await startInstance({ DATA_DIR: data });
    useInstance(instance);
    const db = openDatabase(databaseUrlOf(data), { connections: 4 });
    try {
      const { open } = await db
        .selectFrom('ticketTimer')
        .select(({ fn }) => fn.countAll<number>().as('open'))
        .where('settledAt', 'is', null)
        .executeTakeFirstOrThrow();
      const verdict = await verify(db, before.acknowledged, before.since);
      const isFileThere = (await download(before.fileId)) === content;
      return {
        rows: asRows({
          'backup took (s)': before.backupSeconds,
          'restore took (s)': restoreSeconds,
          'timers open after the restore': open,
          ...verdict.counts,
        }),
        faults: [...before.faults, ...verdict.faults, ...(isFileThere ? [] : ['the uploaded file is not there'])],
      };
    } finally {
      await db.destroy();
      await instance.stop();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};
