import { createTestDatabase, type TestDatabase } from '@handoff/prisma/testing/create-test-database';
import { graphql } from 'graphql';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { schema } from '../graphql/schema.ts';
import { toGlobalId } from '../graphql/global-id.ts';
import type { Context } from '../platform/context.ts';
import { newId } from '../platform/id.ts';
import { changeTicket } from '../ticket/bulk/change-ticket.ts';
import { ticketUndo } from '../ticket/bulk/ticket-change.ts';
import { undoTicketChange } from '../ticket/bulk/undo-ticket-change.ts';
import { createTicket } from '../ticket/create-ticket.ts';
import { createServiceDesk, type ServiceDesk } from '../ticket/testing/service-desk.ts';
import { inTransaction } from '../platform/transaction.ts';
import { changeCustomerTags } from './change-customer-tags.ts';
import { changeTicketTags } from './change-ticket-tags.ts';
import { createTag } from './create-tag.ts';
import { deleteTag, mergeTag } from './remove-tag.ts';
import { mostTags } from './tag-input.ts';
import { updateTag } from './update-tag.ts';

let test: TestDatabase;
let desk: ServiceDesk;
let system: Context;
let agent: Awaited<ReturnType<ServiceDesk['hire']>>;
beforeAll(async () => {
  test = await createTestDatabase();
  desk = await createServiceDesk(test.database);
  system = desk.system;
  agent = await desk.hire({ 'ticket.read': 'self', 'customer.read': 'all', 'customer.write': 'all' });
});
afterAll(() => test.drop());
beforeEach(async () => {
  await test.database.deleteFrom('recordTag').execute();
  await test.database.deleteFrom('tag').execute();
  system.memo.clear();
  agent.memo.clear();
});

/** Each call as a request of its own, since a request remembers the tree. */
const fresh = (context: Context): Context => ({ ...context, memo: new Map() });
const tag = (name: string, parentId?: string): Promise<string> => createTag(fresh(system), { name, parentId });
const ticket = (): Promise<string> =>
  createTicket(fresh(agent), {
    typeId: desk.typeId,
    title: 'A visit',
    answers: { contact_phone: '13800000000' },
  });
const carriedBy = async (ownerId: string): Promise<string[]> =>
  (await test.database.selectFrom('recordTag').select('tagId').where('ownerId', '=', ownerId).execute()).map(
    ({ tagId }) => tagId,
  );

it('holds names unique among siblings, whatever their case or spaces, and free elsewhere', async () => {
  const delivery = await tag('Delivery');
  await expect(tag('  delivery ')).rejects.toMatchObject({ issues: [{ code: 'taken', path: ['name'] }] });
  await tag('Delivery', delivery);
  const repair = await tag('Repair');
  await expect(updateTag(fresh(system), { tagId: repair, expectedVersion: 1, name: 'DELIVERY' })).rejects.toMatchObject(
    { issues: [{ code: 'taken' }] },
  );
  await updateTag(fresh(system), { tagId: repair, expectedVersion: 1, name: 'REPAIR' });
});

it('counts characters, not code units, up to fifty', async () => {
  await tag('🔧'.repeat(50));
  await expect(tag('字'.repeat(51))).rejects.toMatchObject({ issues: [{ path: ['name'] }] });
});

it('takes a thousand tags, disabled ones included, and no more', async () => {
  const now = new Date();
  const rows = Array.from({ length: mostTags }, (_, index) => ({
    id: newId(),
    name: `t${index}`,
    nameKey: `t${index}`,
    isActive: index > 500,
    createdAt: now,
    updatedAt: now,
  }));
  await test.database.insertInto('tag').values(rows).execute();
  await expect(tag('one more')).rejects.toMatchObject({ issues: [{ code: 'too_many_tags' }] });
  await test.database
    .deleteFrom('tag')
    .where('id', '=', rows[0]?.id ?? '')
    .execute();
  await tag('one more');
});

it('moves a tag, but not below itself and not too deep', async () => {
  const chain = [await tag('1')];
  for (const name of ['2', '3', '4', '5']) chain.push(await tag(name, chain.at(-1)));
  await expect(tag('6', chain[4])).rejects.toMatchObject({ issues: [{ code: 'too_deep' }] });
  const [first = '', second = ''] = chain;
  await expect(
    updateTag(fresh(system), { tagId: first, expectedVersion: 1, parentId: chain[2] }),
  ).rejects.toMatchObject({ issues: [{ code: 'in_circle' }] });
  await updateTag(fresh(system), { tagId: second, expectedVersion: 1, parentId: null });
  await tag('under one', first);
});

it('is written into the history by name, and a disabled tag stays where it is', async () => {
  const late = await tag('Late', await tag('Delivery'));
  const ticketId = await ticket();
  await changeTicketTags(fresh(agent), { ticketId, add: [late] });
  expect(await changeTicketTags(fresh(agent), { ticketId, add: [late] })).toMatchObject({ changes: [] });
  await updateTag(fresh(system), { tagId: late, expectedVersion: 1, isActive: false });
  expect(await carriedBy(ticketId)).toEqual([late]);
  const other = await ticket();
  await expect(changeTicketTags(fresh(agent), { ticketId: other, add: [late] })).rejects.toMatchObject({
    issues: [{ code: 'tag_disabled' }],
  });
  await changeTicketTags(fresh(agent), { ticketId, remove: [late] });
  const events = await test.database
    .selectFrom('ticketEvent')
    .select(['changes', 'actorId'])
    .where('ticketId', '=', ticketId)
    .where('kind', '=', 'tags_changed')
    .orderBy('sequence')
    .execute();
  expect(events).toEqual([
    { actorId: agent.actor.agentId, changes: [{ field: 'tag', from: null, to: 'Delivery / Late' }] },
    { actorId: agent.actor.agentId, changes: [{ field: 'tag', from: 'Delivery / Late', to: null }] },
  ]);
});

it('goes from every record only when their number was confirmed; the audit log keeps its name', async () => {
  const parent = await tag('Parent');
  const child = await tag('Child', parent);
  await expect(
    deleteTag(fresh(system), { tagId: parent, expectedVersion: 1, confirmedRecords: 0 }),
  ).rejects.toMatchObject({ code: 'has_children' });
  const ticketId = await ticket();
  const customerId = await desk.writeCustomer();
  await changeTicketTags(fresh(agent), { ticketId, add: [child] });
  await changeCustomerTags(fresh(agent), { customerId, add: [child] });
  await expect(
    deleteTag(fresh(system), { tagId: child, expectedVersion: 1, confirmedRecords: 1 }),
  ).rejects.toMatchObject({ code: 'other_count', current: { records: 2 } });
  await deleteTag(fresh(system), { tagId: child, expectedVersion: 1, confirmedRecords: 2 });
  expect(await carriedBy(ticketId)).toEqual([]);
  const audit = await test.database
    .selectFrom('auditEntry')
    .select('changes')
    .where('action', '=', 'tag.deleted')
    .where('subjectId', '=', child)
    .executeTakeFirstOrThrow();
  expect(audit.changes).toMatchObject({ name: 'Child', records: 2 });
});

it('counts each record once for a tag and those below it, as the list that the number opens does', async () => {
  const parent = await tag('Parent');
  const child = await tag('Child', parent);
  const both = await ticket();
  await changeTicketTags(fresh(agent), { ticketId: both, add: [parent, child] });
  await changeTicketTags(fresh(agent), { ticketId: await ticket(), add: [child] });
  const result = await graphql({
    schema,
    source: '{ tags { name ticketCount customerCount } }',
    contextValue: fresh(agent),
  });
  expect(result.data).toEqual({
    tags: [
      { name: 'Parent', ticketCount: 2, customerCount: 0 },
      { name: 'Child', ticketCount: 2, customerCount: 0 },
    ],
  });
});

it('merges into another: each record carries that one, once', async () => {
  const [old, kept] = [await tag('Old'), await tag('Kept')];
  const [both, one] = [await ticket(), await ticket()];
  await changeTicketTags(fresh(agent), { ticketId: both, add: [old, kept] });
  await changeTicketTags(fresh(agent), { ticketId: one, add: [old] });
  await mergeTag(fresh(system), { tagId: old, expectedVersion: 1, intoId: kept, confirmedRecords: 2 });
  expect(await carriedBy(both)).toEqual([kept]);
  expect(await carriedBy(one)).toEqual([kept]);
  await expect(
    mergeTag(fresh(system), { tagId: kept, expectedVersion: 1, intoId: kept, confirmedRecords: 2 }),
  ).rejects.toMatchObject({ issues: [{ code: 'same_tag' }] });
});

it('is changed on many tickets, and taken back only where it was changed', async () => {
  const [old, late] = [await tag('Old'), await tag('Late')];
  const ticketId = await ticket();
  await changeTicketTags(fresh(agent), { ticketId, add: [old] });
  const change = { kind: 'add_tags' as const, tagIds: [old, late], reason: null };
  const done = await inTransaction(fresh(agent), (context) => changeTicket(context, change, ticketId));
  expect((await carriedBy(ticketId)).toSorted()).toEqual([old, late].toSorted());
  const again = await inTransaction(fresh(agent), (context) => changeTicket(context, change, ticketId));
  expect(again.fault).toMatchObject({ code: 'already_so' });
  await inTransaction(fresh(agent), (context) => undoTicketChange(context, ticketUndo.parse(done.undo), ticketId));
  expect(await carriedBy(ticketId)).toEqual([old]);
});

it('narrows the list, a tag standing for those below it; outside the scope there is nothing', async () => {
  const delivery = await tag('Delivery');
  const late = await tag('Late', delivery);
  const [tagged, plain] = [await ticket(), await ticket()];
  await changeTicketTags(fresh(agent), { ticketId: tagged, add: [late] });
  const ids = async (filter: object, context: Context = agent): Promise<string[]> => {
    const result = await graphql({
      schema,
      source: 'query ($filter: TicketFilter) { tickets(filter: $filter) { edges { node { id tags { path } } } } }',
      variableValues: { filter: { and: [filter, { createdAt: { gte: '2020-01-01T00:00:00Z' } }] } },
      contextValue: fresh(context),
    });
    const data = result.data as { tickets: { edges: { node: { id: string } }[] } };
    const own = new Set([tagged, plain].map((id) => toGlobalId('Ticket', id)));
    return data.tickets.edges.map(({ node }) => node.id).filter((id) => own.has(id));
  };
  const tagId = toGlobalId('Tag', delivery);
  expect(await ids({ tag: { in: [tagId] } })).toEqual([toGlobalId('Ticket', tagged)]);
  expect(await ids({ tag: { notIn: [tagId] } })).toEqual([toGlobalId('Ticket', plain)]);
  expect(await ids({ tag: { isEmpty: true } })).toEqual([toGlobalId('Ticket', plain)]);
  const stranger = await desk.hire({ 'ticket.read': 'self' });
  expect(await ids({ tag: { in: [tagId] } }, stranger)).toEqual([]);
  await expect(changeTicketTags(fresh(stranger), { ticketId: tagged, add: [delivery] })).rejects.toMatchObject({
    code: 'not_found',
  });
});
