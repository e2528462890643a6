import { createTestDatabase, type TestDatabase } from '@handoff/prisma/testing/create-test-database';
import { graphql } from 'graphql';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { schema } from '../../graphql/schema.ts';
import type { Context } from '../../platform/context.ts';
import { loadClocks } from '../../sla/clock/clock-store.ts';
import { foldClock } from '../../sla/clock/clock.ts';
import { explainDue } from '../../sla/clock/explain-due.ts';
import { loadCalendar } from '../../calendar/load-calendar.ts';
import { loadVersion } from '../../ticket-type/load-version.ts';
import { publishTicketType } from '../../ticket-type/publish-ticket-type.ts';
import { submitStep } from '../step/submit-step.ts';
import { createTicket } from '../create-ticket.ts';
import { createServiceDesk, type ServiceDesk } from '../testing/service-desk.ts';
import { fireTimers } from '../timer/fire-timers.ts';
import { decideExtension } from './decide-extension.ts';
import { findApprover } from './find-approver.ts';
import { requestExtension } from './request-extension.ts';
import { withdrawExtension } from './withdraw-extension.ts';

const answers = { contact_phone: '+8613805715678' };
const hourMs = 3_600_000;
const start = new Date('2026-03-18T01:00:00Z');
const after = (hours: number): Date => new Date(start.getTime() + hours * hourMs);
const at = <C extends Context>(context: C, hours: number): C => ({
  ...context,
  now: () => after(hours),
  memo: new Map(),
});

type Person = Awaited<ReturnType<ServiceDesk['hire']>>;
let test: TestDatabase;
let desk: ServiceDesk;
let boss: Person;
let agent: Person;
let typeId: string;
let ticketId: string;

const step = { stepId: '' };
const ask = (hours: number, until: number, who: Person = agent) =>
  requestExtension(at(who, hours), { ticketId, stepId: step.stepId, dueAt: after(until), reason: 'A part is missing' });
const decide = (requestId: string, hours: number, isApproved: boolean, who: Person = boss) =>
  decideExtension(at(who, hours), {
    extensionRequestId: requestId,
    isApproved,
    comment: isApproved ? null : 'Ask a colleague',
  });
const clockOf = async (kind: string) =>
  (await loadClocks(desk.system, [ticketId])).find((clock) => clock.kind === kind);
const ticketRow = () =>
  test.database
    .selectFrom('ticket')
    .select(['slaState', 'dueAt', 'sequence'])
    .where('id', '=', ticketId)
    .executeTakeFirstOrThrow();
const lines = async () => {
  const rows = await test.database
    .selectFrom('ticketEvent')
    .select(['kind', 'sequence'])
    .where('ticketId', '=', ticketId)
    .orderBy('sequence')
    .execute();
  expect(rows.map(({ sequence }) => sequence)).toEqual(rows.map((_, index) => index + 1));
  return rows.map(({ kind }) => kind);
};
const told = async (kind: string): Promise<string[]> => {
  const rows = await test.database.selectFrom('outbox').select('payload').where('kind', '=', 'notification').execute();
  return rows
    .map(({ payload }) => payload as { kind: string; subjectId: string; agentIds: string[] })
    .filter((one) => one.kind === kind && one.subjectId === ticketId)
    .flatMap(({ agentIds }) => agentIds);
};

beforeAll(async () => {
  test = await createTestDatabase();
  desk = await createServiceDesk(test.database);
  const { currentVersionId } = await test.database
    .selectFrom('ticketType')
    .select('currentVersionId')
    .where('id', '=', desk.typeId)
    .executeTakeFirstOrThrow();
  const { definition } = await loadVersion(desk.system, currentVersionId ?? '');
  const targets = { firstResponseSeconds: 8 * 3600, stepSeconds: 8 * 3600, completionSeconds: 20 * 3600 };
  const [policy] = definition.sla.policies;
  const sla = {
    ...policy,
    targets: { low: targets, normal: targets, high: targets, urgent: targets },
    reminders: [{ key: 'soon', clock: 'step' as const, at: { percent: 90 }, to: ['handler' as const] }],
  };
  typeId = await publishTicketType(desk.system, { definition: { ...definition, key: 'slow', prefix: 'S', sla } });
  boss = await desk.hire({ 'ticket.read': 'reporting_tree' });
});
afterAll(() => test.drop());

beforeEach(async () => {
  agent = await desk.hire({ 'ticket.read': 'self' });
  const path = `/${boss.actor.agentId}/${agent.actor.agentId}/`;
  await test.database
    .updateTable('agent')
    .set({ reportingManagerId: boss.actor.agentId, reportingPath: path })
    .where('id', '=', agent.actor.agentId)
    .execute();
  ticketId = await createTicket(at(agent, 0), { typeId, title: 'Visit', answers });
  const token = await test.database
    .selectFrom('ticketStep')
    .select('tokenId')
    .where('ticketId', '=', ticketId)
    .where('isActive', '=', true)
    .executeTakeFirstOrThrow();
  step.stepId = token.tokenId;
});

describe('asking for more time', () => {
  it('is possible once the due time approaches, and not before', async () => {
    await expect(ask(5, 30)).rejects.toMatchObject({ code: 'too_early', current: { opensAt: after(6) } });
    await expect(ask(6.01, 30)).resolves.toEqual(expect.any(String));
    expect(await told('ticket.extension_requested')).toEqual([boss.actor.agentId]);
    expect(await lines()).toEqual(['created', 'extension_requested']);
  });

  it('is for the handler, for a later time, and once at a time', async () => {
    await expect(ask(7, 30, boss)).rejects.toMatchObject({ code: 'not_permitted' });
    await expect(ask(7, 8)).rejects.toMatchObject({ issues: [{ path: ['dueAt'], code: 'not_later' }] });
    await expect(ask(9, 8.5)).rejects.toMatchObject({ issues: [{ code: 'not_later' }] });
    await expect(ask(7, 9_000)).rejects.toMatchObject({ issues: [{ code: 'too_late' }] });
    await ask(7, 30);
    await expect(ask(7, 31)).rejects.toMatchObject({ code: 'already_asked' });
  });

  it('can be taken back, by who asked, and asked again', async () => {
    const requestId = await ask(7, 30);
    await expect(withdrawExtension(at(boss, 7), { extensionRequestId: requestId })).rejects.toMatchObject({
      code: 'not_permitted',
    });
    await withdrawExtension(at(agent, 7), { extensionRequestId: requestId });
    await expect(withdrawExtension(at(agent, 7), { extensionRequestId: requestId })).rejects.toMatchObject({
      code: 'already_decided',
    });
    await ask(7, 30);
  });
});

describe('the approver', () => {
  it('is the reporting manager, else the head of the department, and never who asks or may not see the ticket', async () => {
    const me = agent.actor.agentId;
    const head = await desk.hire({ 'ticket.read': 'all' });
    const blind = await desk.hire({});
    const setHead = (headId: string | null) =>
      test.database.updateTable('department').set({ headId }).where('id', '=', desk.rootId).execute();
    const setManager = (reportingManagerId: string | null) =>
      test.database.updateTable('agent').set({ reportingManagerId }).where('id', '=', me).execute();
    await setHead(head.actor.agentId);
    expect(await findApprover(desk.system, ticketId, me)).toBe(boss.actor.agentId);
    await setManager(blind.actor.agentId);
    expect(await findApprover(desk.system, ticketId, me)).toBe(head.actor.agentId);
    await setManager(null);
    expect(await findApprover(desk.system, ticketId, me)).toBe(head.actor.agentId);
    await setHead(me);
    expect(await findApprover(desk.system, ticketId, me)).toBeNull();
    await setHead(null);
  });
});

describe('a granted request', () => {
  it('moves the due time, takes the overdue flag away and says so in the ledger', async () => {
    await fireTimers(at(desk.system, 9), ticketId);
    expect((await ticketRow()).slaState).toBe('breached');
    await decide(await ask(9, 24), 10, true);
    expect(await ticketRow()).toMatchObject({ slaState: 'running', dueAt: after(24) });
    const stepClock = await clockOf('step');
    expect(stepClock?.entries.at(-1)).toMatchObject({
      type: 'moved',
      at: after(10),
      dueAt: after(24),
      reason: { code: 'extension', text: { zh: '已批准延期' } },
    });
    const state = foldClock(stepClock?.entries ?? []);
    expect(state).toMatchObject({ isBreached: false, originalDueAt: after(8) });
    const calendar = await loadCalendar(desk.system, 'company');
    expect(explainDue(stepClock?.entries ?? [], calendar.definition)?.en).toMatch(/extended, at first due 17:00$/);
    // The whole was due after 20 hours: it moves along, as the step could not end later than it.
    expect(foldClock((await clockOf('completion'))?.entries ?? [])?.dueAt).toEqual(after(24));
    expect(await told('ticket.extension_approved')).toEqual([agent.actor.agentId]);
    expect((await lines()).slice(-2)).toEqual(['extension_requested', 'extension_approved']);
  });

  it('lets what comes before and at the due time come once more', async () => {
    await fireTimers(at(desk.system, 9), ticketId);
    await decide(await ask(9, 24), 10, true);
    const kinds = async () => (await lines()).filter((kind) => kind.startsWith('sla_'));
    const before = await kinds();
    expect(before).toEqual(['sla_reminded', 'sla_breached']);
    await fireTimers(at(desk.system, 20), ticketId);
    expect(await kinds()).toEqual(before);
    await fireTimers(at(desk.system, 22), ticketId);
    expect(await kinds()).toEqual([...before, 'sla_reminded']);
    await fireTimers(at(desk.system, 25), ticketId);
    expect((await kinds()).filter((kind) => kind === 'sla_breached')).toHaveLength(3);
    const causes = await test.database.selectFrom('outbox').select('key').where('kind', '=', 'notification').execute();
    expect(new Set(causes.map(({ key }) => key)).size).toBe(causes.length);
    expect((await ticketRow()).slaState).toBe('breached');
  });

  it('is refused once the time asked for has passed, and nothing moves', async () => {
    const requestId = await ask(7, 9);
    await expect(decide(requestId, 9.5, true)).rejects.toMatchObject({ code: 'time_passed' });
    expect(foldClock((await clockOf('step'))?.entries ?? [])?.dueAt).toEqual(after(8));
    await decide(requestId, 9.5, false);
  });
});

describe('deciding', () => {
  it('leaves the clocks when it refuses, and happens once', async () => {
    const requestId = await ask(7, 30);
    const linesBefore = (await clockOf('step'))?.entries.length;
    await decide(requestId, 7, false);
    expect((await clockOf('step'))?.entries).toHaveLength(linesBefore ?? -1);
    await expect(decide(requestId, 7, true)).rejects.toMatchObject({ code: 'already_decided' });
    expect(await told('ticket.extension_rejected')).toEqual([agent.actor.agentId]);
  });

  it('is not for who asked, nor for a stranger; whoever manages the ticket may', async () => {
    const requestId = await ask(7, 30);
    await expect(decide(requestId, 7, true, agent)).rejects.toMatchObject({ code: 'not_permitted' });
    await expect(decide(requestId, 7, true, await desk.hire({}))).rejects.toMatchObject({ code: 'not_found' });
    await decide(requestId, 7, true, await desk.hire({ 'ticket.read': 'all', 'ticket.manage': 'all' }));
  });

  it('comes too late when the step is over', async () => {
    const requestId = await ask(7, 30);
    await submitStep(at(agent, 7), { ticketId, ...step, answers });
    await expect(decide(requestId, 7, true)).rejects.toMatchObject({ code: 'request_lapsed' });
    const seen = await graphql({
      schema,
      source: `query ($n: ID!) { node(id: $n) { ... on ExtensionRequest { status mayDecide } } }`,
      variableValues: { n: Buffer.from(`ExtensionRequest:${requestId}`).toString('base64') },
      contextValue: at(boss, 7),
    });
    expect(seen).toEqual({ data: { node: { status: 'LAPSED', mayDecide: false } } });
  });

  it('waits in the list of its approver alone', async () => {
    await ask(7, 30);
    const waiting = async (who: Person) => {
      const { data, errors } = await graphql({
        schema,
        source: '{ extensionRequestsToDecide { totalCount { value } edges { node { ticket { id } mayDecide } } } }',
        contextValue: at(who, 7),
      });
      expect(errors).toBeUndefined();
      return JSON.stringify(data);
    };
    const id = Buffer.from(`Ticket:${ticketId}`).toString('base64');
    expect(await waiting(boss)).toContain(`{"ticket":{"id":"${id}"},"mayDecide":true}`);
    expect(await waiting(agent)).not.toContain(id);
    expect(await waiting(await desk.hire({ 'ticket.read': 'all' }))).not.toContain(id);
  });
});
