import { createTestDatabase, type TestDatabase } from '@handoff/prisma/testing/create-test-database';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { toGlobalId } from '../../graphql/global-id.ts';
import type { Context } from '../../platform/context.ts';
import { newId } from '../../platform/id.ts';
import { inTransaction } from '../../platform/transaction.ts';
import { changeTicket } from '../../ticket/bulk/change-ticket.ts';
import { createTicket } from '../../ticket/create-ticket.ts';
import { createServiceDesk, type ServiceDesk } from '../../ticket/testing/service-desk.ts';
import { createMacro, deleteMacro, loadVisibleMacros, updateMacro } from './write-macro.ts';
import { previewMacro, runMacro } from './run-macro.ts';

type Hired = Awaited<ReturnType<ServiceDesk['hire']>>;

let test: TestDatabase;
let desk: ServiceDesk;
let agent: Hired;
let lead: Hired;
let other: Hired;
let groupId: string;
beforeAll(async () => {
  test = await createTestDatabase();
  desk = await createServiceDesk(test.database);
  agent = await desk.hire({ 'ticket.read': 'self' });
  other = await desk.hire({ 'ticket.read': 'all' });
  lead = await desk.hire({ 'ticket.read': 'all', 'ticket.manage': 'all', 'macro.share': 'all' });
  groupId = newId();
  const at = { createdAt: new Date(), updatedAt: new Date() };
  await test.database
    .insertInto('serviceGroup')
    .values({ ...at, id: groupId, key: 'second', name: 'Second', kind: 'voice', strategy: 'longest_idle' })
    .execute();
});
afterAll(() => test.drop());

const fresh = (context: Context): Context => ({ ...context, memo: new Map() });
const ticket = (): Promise<string> =>
  createTicket(fresh(agent), { typeId: desk.typeId, title: 'A visit', answers: { contact_phone: '13800000000' } });
const stateOf = (id: string) =>
  test.database.selectFrom('ticket').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
const count = async (table: 'ticketEvent' | 'outbox' | 'event'): Promise<number> =>
  (
    await test.database
      .selectFrom(table)
      .select(({ fn }) => fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow()
  ).n;

const urgent = { kind: 'change_urgency', urgency: 'urgent' };
const say = { kind: 'comment', body: 'Called {{contact.name}} about {{ticket.number}}' };
const macro = (actions: object[], more: object = {}, by: Context = agent): Promise<string> =>
  createMacro(fresh(by), { name: 'Escalate', definition: { actions }, ...more });

it('does all of it as the agent, and the history says which macro', async () => {
  const ticketId = await ticket();
  await runMacro(fresh(agent), { macroId: await macro([urgent, say]), ticketId });
  const { urgency, number } = await stateOf(ticketId);
  expect(urgency).toBe('urgent');
  const events = await test.database
    .selectFrom('ticketEvent')
    .select(['kind', 'actorId', 'body', 'cause'])
    .where('ticketId', '=', ticketId)
    .where('kind', '!=', 'created')
    .orderBy('sequence')
    .execute();
  const cause = { kind: 'macro', name: 'Escalate' };
  expect(events).toMatchObject([
    { kind: 'urgency_changed', actorId: agent.actor.agentId, cause },
    { kind: 'commented', actorId: agent.actor.agentId, body: `Called … about ${number}`, cause },
  ]);
});

it('does nothing where one action is refused, and the preview says which', async () => {
  const ticketId = await ticket();
  const macroId = await macro([say, { kind: 'set_field', field: 'contact_email', value: 'no address' }, urgent], {
    definition: {
      typeId: toGlobalId('TicketType', desk.typeId),
      actions: [say, { kind: 'create_sub_ticket', typeId: toGlobalId('TicketType', desk.typeId), title: 'x' }, urgent],
    },
  }).catch((error: unknown) => error);
  expect(typeof macroId).toBe('string');
  const before = [await count('ticketEvent'), await count('outbox'), await count('event')];
  const lines = await previewMacro(fresh(agent), { macroId: String(macroId), ticketId });
  expect(lines.map(({ outcome }) => outcome)).toEqual(['done', 'refused', 'not_reached']);
  await expect(runMacro(fresh(agent), { macroId: String(macroId), ticketId })).rejects.toMatchObject({
    code: 'macro_refused',
    current: { action: 2 },
  });
  expect([await count('ticketEvent'), await count('outbox'), await count('event')]).toEqual(before);
});

it('previews without leaving a trace', async () => {
  const ticketId = await ticket();
  const macroId = await macro([urgent, urgent]);
  const before = [await count('ticketEvent'), await count('outbox'), await count('event')];
  expect((await previewMacro(fresh(agent), { macroId, ticketId })).map(({ outcome }) => outcome)).toEqual([
    'done',
    'skipped',
  ]);
  expect([await count('ticketEvent'), await count('outbox'), await count('event')]).toEqual(before);
  expect(await stateOf(ticketId)).toMatchObject({ urgency: 'normal' });
});

it('gives nobody rights that they lack', async () => {
  const ticketId = await ticket();
  const macroId = await macro([urgent], { sharing: 'all' }, lead);
  await expect(runMacro(fresh(other), { macroId, ticketId })).rejects.toMatchObject({ code: 'macro_refused' });
  await expect(macro([{ kind: 'call_webhook', url: 'https://example.com' }])).rejects.toMatchObject({
    issues: [{ code: 'not_permitted' }],
  });
  await expect(macro([urgent], { sharing: 'all' })).rejects.toMatchObject({ code: 'not_permitted' });
});

it('is seen by its owner, or those whom it is shared with, and changed by those who share', async () => {
  const own = await macro([urgent]);
  const ofGroup = await macro([urgent], { sharing: 'groups', groupIds: [groupId] }, lead);
  const seen = async (context: Context): Promise<boolean[]> =>
    (await loadVisibleMacros(fresh(context), [own, ofGroup])).map((row) => row !== null);
  expect(await seen(agent)).toEqual([true, false]);
  expect(await seen(other)).toEqual([false, false]);
  expect(await seen({ ...other, actor: { ...other.actor, groupIds: [groupId] } })).toEqual([false, true]);
  expect(await seen(lead)).toEqual([false, true]);
  const inGroup = { ...other, actor: { ...other.actor, groupIds: [groupId] } };
  await expect(
    updateMacro(fresh(inGroup), { macroId: ofGroup, expectedVersion: 1, name: 'Mine' }),
  ).rejects.toMatchObject({
    code: 'not_permitted',
  });
  await updateMacro(fresh(lead), { macroId: ofGroup, expectedVersion: 1, sharing: 'all' });
  expect(await seen(other)).toEqual([false, true]);
  await deleteMacro(fresh(lead), { macroId: ofGroup, expectedVersion: 2 });
  expect(await seen(lead)).toEqual([false, false]);
});

it('runs on many tickets, each on its own', async () => {
  const ids = [await ticket(), await ticket()];
  const macroId = await macro([urgent]);
  for (const id of ids) {
    const change = { kind: 'run_macro' as const, macroId, reason: null };
    expect(await inTransaction(fresh(agent), (context) => changeTicket(context, change, id))).toEqual({});
  }
  for (const id of ids) expect(await stateOf(id)).toMatchObject({ urgency: 'urgent' });
});
