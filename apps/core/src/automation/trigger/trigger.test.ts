import { openDatabase } from '@handoff/prisma';
import { createTestDatabase, type TestDatabase } from '@handoff/prisma/testing/create-test-database';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { toGlobalId } from '../../graphql/zod-input.ts';
import type { Context } from '../../platform/context.ts';
import { createTag } from '../../tag/create-tag.ts';
import { cancelTicket } from '../../ticket/cancel-ticket.ts';
import { changeUrgency } from '../../ticket/change-urgency.ts';
import { commentTicket } from '../../ticket/comment-ticket.ts';
import { createTicket } from '../../ticket/create-ticket.ts';
import { createServiceDesk, type ServiceDesk } from '../../ticket/testing/service-desk.ts';
import { fireTimers } from '../../ticket/timer/fire-timers.ts';
import { finishWebhook } from './finish-webhook.ts';
import { offerExport } from './offer-to-triggers.ts';
import { runTriggers, type Log } from './run-triggers.ts';
import { createTrigger, deleteTrigger, moveTrigger, updateTrigger } from './write-trigger.ts';

type Hired = Awaited<ReturnType<ServiceDesk['hire']>>;

let test: TestDatabase;
let desk: ServiceDesk;
let agent: Hired;
let boss: Hired;
const warnings: object[] = [];
const log: Log = { warn: (facts) => warnings.push(facts) };

beforeAll(async () => {
  test = await createTestDatabase();
  desk = await createServiceDesk(test.database);
  agent = await desk.hire({ 'ticket.read': 'self', 'ticket.manage': 'self' });
  boss = await desk.hire({ 'trigger.manage': 'all', 'ticket.read': 'all' });
});
afterAll(() => test.drop());
beforeEach(async () => {
  warnings.length = 0;
  for (const table of ['trigger', 'triggerRun', 'triggerVersion', 'outbox'] as const) {
    await test.database.deleteFrom(table).execute();
  }
});

let clock = new Date();
const fresh = (context: Context): Context => ({ ...context, memo: new Map(), now: () => clock });
const later = (seconds: number): void => {
  clock = new Date(clock.getTime() + seconds * 1_000);
};
const trigger = (on: object, actions: object[], when?: object, more: object = {}): Promise<string> =>
  createTrigger(fresh(boss), { name: 'A rule', definition: { on, ...(when && { when }), actions }, ...more });
const ticket = (answers: object = {}): Promise<string> => {
  later(1);
  return createTicket(fresh(agent), {
    typeId: desk.typeId,
    title: 'A visit',
    answers: { contact_phone: '13800000000', ...answers },
  });
};

/** Hands on what waits for triggers, and what that leaves, as the dispatcher does; each row as often as asked. */
async function dispatch(times = 1): Promise<void> {
  for (;;) {
    const rows = await test.database
      .selectFrom('outbox')
      .select(['id', 'payload'])
      .where('kind', '=', 'trigger')
      .where('isPending', '=', true)
      .orderBy('id')
      .execute();
    if (rows.length === 0) return;
    for (const { id, payload } of rows) {
      for (let time = 0; time < times; time++) await runTriggers(fresh(desk.system), payload, log);
      await test.database.updateTable('outbox').set({ isPending: false }).where('id', '=', id).execute();
    }
  }
}
const runs = () =>
  test.database
    .selectFrom('triggerRun')
    .select(['triggerId', 'outcome', 'reason', 'result', 'depth', 'triggerVersion'])
    .orderBy('id')
    .execute();
const stateOf = (id: string) =>
  test.database.selectFrom('ticket').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
const history = (id: string) =>
  test.database
    .selectFrom('ticketEvent')
    .select(['kind', 'actorId', 'cause', 'body', 'sequence'])
    .where('ticketId', '=', id)
    .orderBy('sequence')
    .execute();
const notices = async (): Promise<{ agentIds: string[]; kind: string; params: { message: { en: string } } }[]> =>
  (await test.database.selectFrom('outbox').select('payload').where('kind', '=', 'notification').execute())
    .map(({ payload }) => payload as never)
    .filter(({ kind }: { kind: string }) => kind === 'ticket.message' || kind === 'job.exported');

const high = { kind: 'change_urgency', urgency: 'high' };
const isNormal = { field: 'ticket.urgency', op: 'equals', value: 'normal' };

it('reminds of a sensitive act: tells a person and a role once, with the ticket filled in', async () => {
  await trigger({ kind: 'cancelled' }, [
    {
      kind: 'notify',
      to: [{ kind: 'agent', id: toGlobalId('Agent', boss.actor.agentId) }],
      message: '{{ticket.number}} was cancelled',
    },
  ]);
  const id = await ticket();
  await cancelTicket(fresh(agent), { ticketId: id, reason: 'by mistake' });
  await dispatch(3);
  const { number } = await stateOf(id);
  expect(await notices()).toMatchObject([
    { agentIds: [boss.actor.agentId], params: { message: { en: `${number} was cancelled` } } },
  ]);
  expect(await runs()).toMatchObject([{ outcome: 'done', result: [{ kind: 'notify', outcome: 'done', count: 1 }] }]);
});

it('has its effect once, however often and by however many workers it is tried', async () => {
  await trigger({ kind: 'created' }, [{ kind: 'comment', body: 'Seen' }]);
  const id = await ticket();
  const row = await test.database
    .selectFrom('outbox')
    .select('payload')
    .where('kind', '=', 'trigger')
    .executeTakeFirstOrThrow();
  await Promise.all(Array.from({ length: 6 }, () => runTriggers(fresh(desk.system), row.payload, log)));
  const said = (await history(id)).filter(({ kind }) => kind === 'commented');
  expect(said).toHaveLength(1);
  expect(said[0]).toMatchObject({ actorId: null, body: 'Seen', cause: { kind: 'trigger', name: 'A rule' } });
});

it('writes down why it did nothing, with the value that it saw', async () => {
  await trigger({ kind: 'created' }, [high], { field: 'ticket.urgency', op: 'equals', value: 'urgent' });
  await ticket();
  await dispatch();
  expect(await runs()).toMatchObject([
    {
      outcome: 'not_met',
      reason: [{ field: 'ticket.urgency', op: 'equals', expected: 'urgent', actual: 'normal', holds: false }],
      result: [],
    },
  ]);
});

it('reads designed fields, sets one, and tags, in the order of the triggers', async () => {
  const tagId = await createTag(fresh(desk.system), { name: 'Leak' });
  const second = await trigger({ kind: 'created' }, [{ kind: 'add_tags', tagIds: [toGlobalId('Tag', tagId)] }], {
    field: 'ticket.urgency',
    op: 'equals',
    value: 'high',
  });
  const first = await trigger(
    { kind: 'created' },
    [{ kind: 'set_field', field: 'note', value: 'Leaks' }, high],
    { field: 'contact_phone', op: 'starts_with', value: '+86138' },
    { typeId: desk.typeId },
  );
  await moveTrigger(fresh(boss), { triggerId: first, beforeId: second });
  const id = await ticket();
  await dispatch();
  expect(await stateOf(id)).toMatchObject({ urgency: 'high', answers: { note: 'Leaks' } });
  expect((await runs()).map(({ triggerId, outcome }) => [triggerId, outcome])).toEqual([
    [first, 'done'],
    [second, 'done'],
  ]);
  const tagged = await test.database.selectFrom('recordTag').select('tagId').where('ownerId', '=', id).execute();
  expect(tagged).toEqual([{ tagId }]);
  const sequences = (await history(id)).map(({ sequence }) => sequence);
  expect(sequences).toEqual(sequences.map((_, index) => index + 1));
});

it('stops a ring of triggers after five in a row and twenty in all, and says so in the log', async () => {
  const back = { kind: 'change_urgency', urgency: 'normal' };
  const changed = { kind: 'field_changed', fields: ['urgency'] };
  await trigger(changed, [high], isNormal);
  await trigger(changed, [back], { not: isNormal });
  const id = await ticket();
  await changeUrgency(fresh(agent), { ticketId: id, urgency: 'low' });
  await dispatch();
  const done = await runs();
  const stopped = done.filter(({ outcome }) => outcome === 'stopped');
  expect(Math.max(...done.map(({ depth }) => depth))).toBeLessThanOrEqual(5);
  expect(done.filter(({ outcome }) => outcome === 'done').length).toBeLessThanOrEqual(20);
  expect(stopped.length).toBeGreaterThan(0);
  expect(warnings).toHaveLength(stopped.length);
});

it('lets what one action is refused leave the others be', async () => {
  await trigger({ kind: 'created' }, [
    { kind: 'create_sub_ticket', typeId: toGlobalId('TicketType', desk.typeId), title: 'Call back {{ticket.number}}' },
    { kind: 'comment', body: 'Still here' },
  ]);
  const id = await ticket();
  await dispatch();
  const [run] = await runs();
  // The sub-ticket's form requires a phone that nobody gave.
  expect(run).toMatchObject({
    outcome: 'failed',
    result: [
      { kind: 'create_sub_ticket', outcome: 'failed', fault: { code: 'invalid_input' } },
      { kind: 'comment', outcome: 'done' },
    ],
  });
  expect((await history(id)).map(({ kind }) => kind)).toContain('commented');
});

it('calls out through the outbox, and keeps what came of it', async () => {
  await trigger({ kind: 'commented' }, [{ kind: 'call_webhook', url: 'https://example.com/hook' }]);
  const id = await ticket();
  await commentTicket(fresh(agent), { ticketId: id, body: 'Hello' });
  await dispatch();
  const call = await test.database
    .selectFrom('outbox')
    .selectAll()
    .where('kind', '=', 'webhook')
    .executeTakeFirstOrThrow();
  expect(call.payload).toMatchObject({ url: 'https://example.com/hook', body: { ticket: { urgency: 'normal' } } });
  expect(await runs()).toMatchObject([{ result: [{ outcome: 'waiting' }] }]);
  await finishWebhook(fresh(desk.system), call.key, 'the webhook answered 500');
  await finishWebhook(fresh(desk.system), call.key, null);
  expect(await runs()).toMatchObject([{ outcome: 'failed', result: [{ outcome: 'failed' }] }]);
});

it('answers to exports, which have no ticket', async () => {
  const actions = [
    { kind: 'notify', to: [{ kind: 'agent', id: toGlobalId('Agent', boss.actor.agentId) }], message: 'An export' },
  ];
  await trigger({ kind: 'exported' }, actions, { field: 'event.rows', op: 'gte', value: 100 });
  await offerExport(fresh(desk.system), { id: '01JEXPORT00000000000000001', list: 'customers', count: 99 });
  await offerExport(fresh(desk.system), { id: '01JEXPORT00000000000000002', list: 'customers', count: 100 });
  await dispatch(2);
  expect((await runs()).map(({ outcome }) => outcome)).toEqual(['not_met', 'done']);
  expect(await notices()).toHaveLength(1);
  await expect(trigger({ kind: 'exported' }, [high])).rejects.toMatchObject({ issues: [{ code: 'needs_ticket' }] });
});

it('fires when time has passed since the last change, once for each, and not for what ended before', async () => {
  const hour = 3_600;
  await trigger({ kind: 'time_since', since: 'updated', seconds: hour }, [
    { kind: 'notify', to: [{ kind: 'creator' }], message: 'Nobody has looked at {{ticket.number}}' },
  ]);
  const id = await ticket();
  await dispatch();
  later(hour / 2);
  await commentTicket(fresh(agent), { ticketId: id, body: 'Still at it' });
  await dispatch();
  later(hour / 2 + 1);
  await fireTimers(fresh(desk.system), id);
  expect(await runs()).toEqual([]);
  later(hour / 2);
  await fireTimers(fresh(desk.system), id);
  await fireTimers(fresh(desk.system), id);
  expect(await runs()).toMatchObject([{ outcome: 'done' }]);
  const ended = await ticket();
  await dispatch();
  await cancelTicket(fresh(agent), { ticketId: ended, reason: 'Not needed' });
  await dispatch();
  later(2 * hour);
  await fireTimers(fresh(desk.system), ended);
  expect(await runs()).toHaveLength(1);
});

it('counts on tickets that were there from when the trigger was switched on', async () => {
  const id = await ticket();
  later(30 * 24 * 3_600);
  const triggerId = await trigger({ kind: 'time_since', since: 'created', seconds: 600 }, [
    { kind: 'comment', body: 'Old' },
  ]);
  await dispatch();
  await fireTimers(fresh(desk.system), id);
  expect(await runs()).toEqual([]);
  later(601);
  await updateTrigger(fresh(boss), { triggerId, expectedVersion: 1, name: 'Renamed' });
  await fireTimers(fresh(desk.system), id);
  expect(await runs()).toMatchObject([{ triggerId, triggerVersion: 2, outcome: 'done' }]);
});

it('keeps what a trigger said for the runs that it had, and none answers to what was before it', async () => {
  const id = await ticket();
  const triggerId = await trigger({ kind: 'commented' }, [high]);
  await commentTicket(fresh(agent), { ticketId: id, body: 'One' });
  await dispatch();
  await updateTrigger(fresh(boss), { triggerId, expectedVersion: 1, isActive: false });
  await commentTicket(fresh(agent), { ticketId: id, body: 'Two' });
  await dispatch();
  expect(await runs()).toMatchObject([{ triggerVersion: 1 }]);
  await deleteTrigger(fresh(boss), { triggerId, expectedVersion: 2 });
  const versions = await test.database
    .selectFrom('triggerVersion')
    .select('number')
    .where('triggerId', '=', triggerId)
    .execute();
  expect(versions).toHaveLength(2);
});

it('refuses what cannot work, naming the place', async () => {
  const at = async (definition: object, more: object = {}): Promise<string[]> => {
    try {
      await createTrigger(fresh(boss), { name: 'Bad', definition, ...more });
      return [];
    } catch (error) {
      return (error as { issues: { path: string[] }[] }).issues.map(({ path }) => path.join('.'));
    }
  };
  const on = { kind: 'created' };
  expect(await at({ on, actions: [] })).toEqual(['definition.actions']);
  expect(await at({ on, actions: [high], when: { field: 'ticket.urgency', op: 'contains', value: 'x' } })).toEqual([
    'definition.when.op',
  ]);
  expect(await at({ on, actions: [{ kind: 'set_field', field: 'note', value: 'x' }] })).toEqual([
    'definition.actions.0.field',
  ]);
  expect(await at({ on, actions: [{ kind: 'comment', body: '{{ticket.secret}}' }] })).toEqual([
    'definition.actions.0.body',
  ]);
  expect(await at({ on, actions: [{ kind: 'call_webhook', url: 'ftp://example.com' }] })).toEqual([
    'definition.actions.0.url',
  ]);
  await expect(createTrigger(fresh(agent), { name: 'No right', definition: {} })).rejects.toMatchObject({
    code: 'not_permitted',
  });
});

it('answers to what another process records right after the trigger was made', async () => {
  const other = openDatabase(test.url, { connections: 2 });
  try {
    const there = (context: Context): Context => ({ ...fresh(context), db: other, pool: other });
    later(1);
    // The other process has looked at triggers a moment ago, when there were none.
    const first = await createTicket(there(agent), {
      typeId: desk.typeId,
      title: 'A visit',
      answers: { contact_phone: '13800000000' },
    });
    await trigger({ kind: 'commented' }, [{ kind: 'change_urgency', urgency: 'high' }]);
    await commentTicket(there(agent), { ticketId: first, body: 'Now' });
    await dispatch();
    expect(await runs()).toMatchObject([{ outcome: 'done' }]);
  } finally {
    await other.destroy();
  }
});
