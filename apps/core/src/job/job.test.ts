import { createTestDatabase, type TestDatabase } from '@handoff/prisma/testing/create-test-database';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { foldEvents } from '../flow/fold-events.ts';
import type { FlowEvent } from '../flow/flow-event.ts';
import { schema } from '../graphql/schema.ts';
import type { Context } from '../platform/context.ts';
import { createTicket } from '../ticket/create-ticket.ts';
import { createServiceDesk, type ServiceDesk } from '../ticket/testing/service-desk.ts';
import { loadVersion } from '../ticket-type/load-version.ts';
import { cancelJob, pauseJob, resumeJob } from './control-job.ts';
import { createJob } from './create-job.ts';
import { loadVisibleJobs } from './job-access.ts';
import type { CreateJobInput } from './job-input.ts';
import { runJob } from './run-job.ts';
import { startDryRun } from './start-dry-run.ts';
import { undoJob } from './undo-job.ts';

type Hired = Awaited<ReturnType<ServiceDesk['hire']>>;
let test: TestDatabase;
let desk: ServiceDesk;
let leader: Hired;
let colleague: Hired;
beforeAll(async () => {
  test = await createTestDatabase();
  desk = await createServiceDesk(test.database);
  leader = await desk.hire({ 'ticket.read': 'all', 'ticket.manage': 'all', 'ticket.create': 'all' });
  colleague = await desk.hire({ 'ticket.read': 'self', 'ticket.create': 'all' });
});
afterAll(() => test.drop());

const open = (maker: Context, title: string): Promise<string> =>
  createTicket(maker, { typeId: desk.typeId, title, answers: { contact_phone: '+8613805715678' } });
const ask = (input: Omit<CreateJobInput, 'operation'>, by: Context = leader): Promise<string> =>
  createJob(by, { operation: 'change_tickets', ...input });
async function work(jobId: string): Promise<void> {
  while (await runJob(desk.system, schema, jobId));
}
const jobOf = (jobId: string) =>
  test.database.selectFrom('job').selectAll().where('id', '=', jobId).executeTakeFirstOrThrow();
const rowsOf = (jobId: string) =>
  test.database.selectFrom('jobRow').selectAll().where('jobId', '=', jobId).orderBy('position').execute();
const ticketOf = (id: string) =>
  test.database.selectFrom('ticket').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
const eventsOf = (id: string) =>
  test.database.selectFrom('ticketEvent').selectAll().where('ticketId', '=', id).orderBy('sequence').execute();
const toColleague = () => ({ kind: 'reassign', toAgentId: colleague.actor.agentId }) as const;

/** What the row of a ticket says is what its events add up to, numbered without a gap. */
async function expectFolded(ticketId: string): Promise<void> {
  const ticket = await ticketOf(ticketId);
  const events = await eventsOf(ticketId);
  expect(events.map(({ sequence }) => sequence)).toEqual(events.map((_, index) => index + 1));
  expect(ticket.sequence).toBe(events.length);
  const { definition } = await loadVersion(desk.system, ticket.versionId);
  const inputs = events.flatMap(({ input }) => (input ? [input as FlowEvent] : []));
  expect(foldEvents(definition, inputs)).toMatchObject({ ok: true, state: ticket.flowState });
}

describe('a job over tickets', () => {
  it('does each row once, says what came of it, and tells each person once', async () => {
    const made = await Promise.all(Array.from({ length: 45 }, (_, n) => open(leader, `Ticket ${n}`)));
    const jobId = await ask({ ticketIds: made, change: toColleague() });
    await Promise.all([work(jobId), work(jobId)]);
    expect(await jobOf(jobId)).toMatchObject({ status: 'completed', totalCount: 45, doneCount: 45, failedCount: 0 });
    for (const id of made.slice(0, 3)) {
      expect(await ticketOf(id)).toMatchObject({ handlerId: colleague.actor.agentId });
      expect((await eventsOf(id)).map(({ kind }) => kind)).toEqual(['created', 'reassigned']);
      await expectFolded(id);
    }
    const outbox = await test.database.selectFrom('outbox').selectAll().where('kind', '=', 'notification').execute();
    const told = outbox.map(({ payload }) => payload as { kind: string; params: { count: number } });
    expect(told.find(({ kind }) => kind === 'job.ticket.assigned')?.params.count).toBe(45);
    expect(told.filter(({ kind }) => kind === 'ticket.assigned')).toEqual([]);
  });

  it('skips with a reason, and fails with the refusal, row by row', async () => {
    const mine = await open(colleague, 'Mine');
    const theirs = await open(leader, 'Theirs');
    const change = { kind: 'change_urgency', urgency: 'high' } as const;
    await work(await ask({ ticketIds: [mine], change }, colleague));
    const jobId = await ask({ ticketIds: [mine, theirs], change }, colleague);
    await work(jobId);
    const rows = await rowsOf(jobId);
    expect(rows.map(({ outcome }) => outcome)).toEqual(['skipped', 'failed']);
    expect(rows[0]?.fault).toMatchObject({ code: 'already_so' });
    expect(rows[1]?.fault).toMatchObject({ code: 'not_found' });
    expect(await ticketOf(theirs)).toMatchObject({ urgency: 'normal' });
  });

  it('tries without an effect, then does what was tried', async () => {
    const made = [await open(leader, 'Tried 1'), await open(leader, 'Tried 2')];
    const count = async () => (await test.database.selectFrom('ticketEvent').select('id').execute()).length;
    const before = await count();
    const query = { view: 'OPEN', filter: { title: { startsWith: 'Tried' } } };
    const dryRun = await ask({ query, change: toColleague(), isDryRun: true });
    await work(dryRun);
    expect(await jobOf(dryRun)).toMatchObject({ status: 'completed', totalCount: 2, doneCount: 2 });
    expect(await count()).toBe(before);
    expect(await ticketOf(made[0] ?? '')).toMatchObject({ handlerId: leader.actor.agentId, sequence: 1 });
    const jobId = await startDryRun(leader, { jobId: dryRun });
    await work(jobId);
    expect(await jobOf(jobId)).toMatchObject({ totalCount: 2, doneCount: 2 });
    expect(await ticketOf(made[1] ?? '')).toMatchObject({ handlerId: colleague.actor.agentId });
  });

  it('takes back what has not been changed since', async () => {
    const made = [await open(leader, 'Back 1'), await open(leader, 'Back 2')];
    const jobId = await ask({ ticketIds: made, change: toColleague() });
    await work(jobId);
    await work(await ask({ ticketIds: made.slice(1), change: { kind: 'reassign', toAgentId: leader.actor.agentId } }));
    const undoing = await undoJob(leader, { jobId });
    await work(undoing);
    expect(
      (await rowsOf(undoing)).map(({ outcome, fault }) => [outcome, (fault as { code: string } | null)?.code]),
    ).toEqual([
      ['done', undefined],
      ['skipped', 'changed_since'],
    ]);
    expect(await ticketOf(made[0] ?? '')).toMatchObject({ handlerId: leader.actor.agentId });
    await expectFolded(made[0] ?? '');
    await expect(undoJob(leader, { jobId })).rejects.toMatchObject({ code: 'already_undone' });
  });

  it('rests when it is paused, goes on when it is resumed, and ends when it is cancelled', async () => {
    const made = [await open(leader, 'Paused')];
    const jobId = await ask({ ticketIds: made, change: { kind: 'change_urgency', urgency: 'urgent', reason: '' } });
    await pauseJob(leader, { jobId });
    expect(await runJob(desk.system, schema, jobId)).toBeNull();
    expect(await ticketOf(made[0] ?? '')).toMatchObject({ urgency: 'normal' });
    await resumeJob(leader, { jobId });
    await work(jobId);
    expect(await ticketOf(made[0] ?? '')).toMatchObject({ urgency: 'urgent' });
    const next = await ask({ ticketIds: made, change: { kind: 'change_urgency', urgency: 'low' } });
    await cancelJob(leader, { jobId: next });
    await work(next);
    expect(await ticketOf(made[0] ?? '')).toMatchObject({ urgency: 'urgent' });
    await expect(resumeJob(leader, { jobId: next })).rejects.toMatchObject({ code: 'job_over' });
  });

  it('stops when its maker is not active any more', async () => {
    const maker = await desk.hire({ 'ticket.read': 'self', 'ticket.create': 'all' });
    const ticketId = await open(maker, 'Left behind');
    const jobId = await ask({ ticketIds: [ticketId], change: { kind: 'comment', body: 'Hello' } }, maker);
    await test.database.updateTable('agent').set({ isActive: false }).where('id', '=', maker.actor.agentId).execute();
    await work(jobId);
    expect(await jobOf(jobId)).toMatchObject({ status: 'failed', fault: { code: 'actor_gone' } });
    expect(await eventsOf(ticketId)).toHaveLength(1);
  });

  it('is its maker’s, and seen beside them only with the right to oversee', async () => {
    const jobId = await ask({ ticketIds: [await open(leader, 'Own')], change: { kind: 'comment', body: 'Hello' } });
    expect((await loadVisibleJobs(colleague, [jobId]))[0]).toBeNull();
    await expect(cancelJob(colleague, { jobId })).rejects.toMatchObject({ code: 'not_found' });
    const overseer = await desk.hire({ 'job.oversee': 'all' });
    expect((await loadVisibleJobs(overseer, [jobId]))[0]?.id).toBe(jobId);
    await cancelJob(overseer, { jobId });
    expect(await jobOf(jobId)).toMatchObject({ status: 'cancelled' });
  });

  it('is refused with what is missing', async () => {
    const change = { kind: 'reassign' } as const;
    await expect(ask({ ticketIds: ['01BENCHT000000000000000001'], change })).rejects.toMatchObject({
      issues: [{ path: ['change', 'toAgentId'] }],
    });
    await expect(ask({ change: toColleague() })).rejects.toMatchObject({ issues: [{ code: 'nothing_selected' }] });
  });
});
