// Web, worker and MariaDB are killed in the middle of a bulk change, of taking it back and of an export.
//   --tickets 8000   how many tickets each is about
import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'kysely';
import { faultAnswers, typeIdOf } from '@handoff/e2e/support/demo-ticket.ts';
import { handoffUrl } from '@handoff/e2e/support/instance.ts';
import { agentIds, asPerson, withToken, type Integrator } from '@handoff/e2e/support/integrator.ts';
import { findProcess, killProcess, type ProcessName } from '@handoff/e2e/support/processes.ts';
import { rawId } from '@handoff/e2e/support/relay-id.ts';
import { openSession } from '@handoff/e2e/support/sign-in.ts';
import type { Database } from '@handoff/prisma';
import { growOpenTickets } from '../../grow-open-tickets.ts';
import { asRows, onInstance, type Scenario } from '../scenario.ts';
import { verifySequences } from '../verify.ts';

const longestMs = 300_000;
const lookMs = 20;

interface Ground {
  db: Database;
  admin: Integrator;
  tickets: number;
}

interface Job {
  status: string;
  worked: number;
}

/** Asks until somebody answers: the process may have been killed a moment ago. */
async function answered<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  for (const until = Date.now() + longestMs; ; await wait(200)) {
    try {
      return await ask();
    } catch (error) {
      if (Date.now() > until) throw error;
    }
  }
}

const jobOf = ({ db }: Ground, jobId: string): Promise<Job> =>
  answered(async () => {
    const job = await db.selectFrom('job').selectAll().where('id', '=', jobId).executeTakeFirstOrThrow();
    return { status: job.status, worked: job.doneCount + job.skippedCount + job.failedCount };
  });

/** Resolves once the job has worked off that share of the tickets, or is over. */
async function untilShare(ground: Ground, jobId: string, share: number): Promise<Job> {
  for (const until = Date.now() + longestMs; Date.now() < until; await wait(lookMs)) {
    const job = await jobOf(ground, jobId);
    if (job.worked >= share * ground.tickets || !['queued', 'running'].includes(job.status)) return job;
  }
  throw new Error(`job ${jobId} did not come to ${share}`);
}

/** Kills each process when the job has come so far; says what was killed where. A job that was over before is a fault. */
async function killAlong(
  ground: Ground,
  jobId: string,
  kills: readonly [share: number, name: ProcessName][],
): Promise<{ rows: object[]; faults: string[] }> {
  const rows: object[] = [];
  const faults: string[] = [];
  for (const [share, name] of kills) {
    const { worked, status } = await untilShare(ground, jobId, share);
    if (status !== 'running') faults.push(`${name} was to be killed at ${share}, but the job was ${status}`);
    const killed = killProcess(name);
    while ([null, killed].includes(findProcess(name))) await wait(50);
    const after = await jobOf(ground, jobId);
    if (after.worked < worked) faults.push(`${worked} records were done and ${after.worked} after ${name} was killed`);
    rows.push({ killed: name, 'at record': worked });
  }
  return { rows, faults };
}

async function start(ground: Ground, mutation: string, input: object): Promise<string> {
  const { job } = await answered(() => ground.admin.act<{ job: { id: string } }>(mutation, input, 'job { id }'));
  return rawId(job.id);
}

/** Everything that must hold of the tickets after `changes` reassignments, the last one to that person. */
async function verifyTickets({ db, tickets }: Ground, changes: number, handlerId: string): Promise<string[]> {
  const { rows } = await sql<{ number: string; changes: number; handlerId: string }>`
    SELECT ticket.number, ticket.handler_id AS handlerId, (SELECT COUNT(*) FROM ticket_event
      WHERE ticket_event.ticket_id = ticket.id AND ticket_event.kind = 'reassigned') AS changes
    FROM ticket WHERE ticket.number LIKE 'BULK-%'`.execute(db);
  const wrong = rows.filter((row) => row.changes !== changes || row.handlerId !== handlerId);
  return [
    ...(rows.length === tickets ? [] : [`there are ${rows.length} tickets`]),
    ...wrong.map((row) => `${row.number} was changed ${row.changes} times and is with ${row.handlerId}`),
    ...(await verifySequences(db)),
  ];
}

/** The job is over, its rows add up to its counts, and whoever is to be told of it was told once. */
async function verifyJob(ground: Ground, jobId: string, told: readonly string[]): Promise<string[]> {
  const { db, tickets } = ground;
  const job = await db.selectFrom('job').selectAll().where('id', '=', jobId).executeTakeFirstOrThrow();
  const { done } = await db
    .selectFrom('jobRow')
    .select(({ fn }) => fn.countAll<number>().as('done'))
    .where('jobId', '=', jobId)
    .where('outcome', '=', 'done')
    .executeTakeFirstOrThrow();
  const notified = async (): Promise<string[]> => {
    const rows = db.selectFrom('notification').select('kind').where('subjectId', '=', jobId);
    return (await rows.execute()).map(({ kind }) => kind).toSorted();
  };
  for (let left = 60; (await notified()).length < told.length && left > 0; left--) await wait(500);
  const kinds = (await notified()).join();
  return [
    ...(job.status === 'completed' ? [] : [`job ${jobId} is ${job.status}`]),
    ...(job.doneCount === tickets && job.totalCount === tickets ? [] : [`job ${jobId} counts ${job.doneCount}`]),
    ...(job.operation.startsWith('export_') || done === tickets ? [] : [`job ${jobId} has ${done} rows done`]),
    ...(kinds === told.join() ? [] : [`of job ${jobId} people were told: ${kinds}`]),
  ];
}

/** Pauses the job, kills the worker meanwhile, and resumes. */
async function rest(ground: Ground, jobId: string, id: string): Promise<string[]> {
  await untilShare(ground, jobId, 0.45);
  await answered(() => ground.admin.act('pauseJob', { jobId: id }, 'job { id }'));
  // What was being done when it was paused is committed in a moment.
  await wait(2_000);
  const before = await jobOf(ground, jobId);
  const killed = killProcess('worker');
  while ([null, killed].includes(findProcess('worker'))) await wait(50);
  await wait(3_000);
  const after = await jobOf(ground, jobId);
  await answered(() => ground.admin.act('resumeJob', { jobId: id }, 'job { id }'));
  return before.status === 'paused' && after.status === 'paused' && before.worked === after.worked
    ? []
    : [`a paused job was ${before.status} at ${before.worked} and ${after.status} at ${after.worked}`];
}

async function download(db: Database, jobId: string): Promise<string[]> {
  const { fileId } = await db.selectFrom('job').select('fileId').where('id', '=', jobId).executeTakeFirstOrThrow();
  const authorization = `Bearer ${await openSession('admin')}`;
  const response = await fetch(`${handoffUrl()}/files/${fileId}`, { headers: { authorization } });
  return (await response.text()).trimEnd().split('\n').slice(1);
}

export const bulk: Scenario = ({ tickets = 8_000 }) =>
  onInstance(async (db) => {
    const person = await asPerson('admin');
    const ids = await agentIds(person);
    const admin = await withToken(person, ids.get('admin') ?? '');
    const taker = await withToken(person, ids.get('li.na') ?? '');
    const ground: Ground = { db, admin, tickets };
    const input = { typeId: await typeIdOf(taker, 'repair'), title: 'Leak', urgency: 'NORMAL', answers: faultAnswers };
    const { ticket } = await taker.act<{ ticket: { id: string } }>('createTicket', input, 'ticket { id }');
    await growOpenTickets(db, rawId(ticket.id), tickets);
    const query = { view: 'OPEN', filter: { number: { startsWith: 'BULK-' } } };
    const to = ids.get('ma.li') ?? '';
    const faults: string[] = [];
    const rows: object[] = [];
    const add = (found: { rows: object[]; faults: string[] }): void => {
      rows.push(...found.rows);
      faults.push(...found.faults);
    };

    const change = { kind: 'REASSIGN', toAgentId: to };
    const { job } = await admin.act<{ job: { id: string } }>(
      'createJob',
      { operation: 'CHANGE_TICKETS', query, change },
      'job { id }',
    );
    const changing = rawId(job.id);
    add(
      await killAlong(ground, changing, [
        [0.1, 'web'],
        [0.2, 'worker'],
        [0.3, 'mariadb'],
      ]),
    );
    faults.push(...(await rest(ground, changing, job.id)));
    await untilShare(ground, changing, 2);
    faults.push(...(await verifyTickets(ground, 1, rawId(to))));
    faults.push(...(await verifyJob(ground, changing, ['job.finished', 'job.ticket.assigned'])));

    const undoing = await start(ground, 'undoJob', { jobId: job.id });
    add(
      await killAlong(ground, undoing, [
        [0.2, 'worker'],
        [0.4, 'mariadb'],
        [0.6, 'web'],
      ]),
    );
    await untilShare(ground, undoing, 2);
    faults.push(...(await verifyTickets(ground, 2, rawId(ids.get('li.na') ?? ''))));

    const columns = ['number', 'title', 'status', 'handler', 'createdAt'];
    const exporting = await start(ground, 'createExport', { list: 'TICKETS', query, columns, format: 'CSV' });
    add(
      await killAlong(ground, exporting, [
        [0.1, 'worker'],
        [0.3, 'mariadb'],
        [0.6, 'web'],
      ]),
    );
    await untilShare(ground, exporting, 2);
    faults.push(...(await verifyJob(ground, exporting, ['job.exported', 'job.finished'])));
    const lines = await answered(() => download(db, exporting));
    const numbers = new Set(lines.map((line) => line.split(',')[0]));
    if (lines.length !== tickets || numbers.size !== tickets) {
      faults.push(`the file has ${lines.length} rows and ${numbers.size} tickets`);
    }
    return {
      rows: [...rows, ...asRows({ tickets, 'rows of the file': lines.length, 'tickets in the file': numbers.size })],
      faults,
    };
  });
