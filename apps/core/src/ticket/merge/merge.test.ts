import { createTestDatabase, type TestDatabase } from '@handoff/prisma/testing/create-test-database';
import { graphql } from 'graphql';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { foldEvents } from '../../flow/fold-events.ts';
import type { FlowEvent } from '../../flow/flow-event.ts';
import { schema } from '../../graphql/schema.ts';
import { loadVisibleFile } from '../../file/load-visible-file.ts';
import type { Context } from '../../platform/context.ts';
import { newId } from '../../platform/id.ts';
import { loadClocks } from '../../sla/clock/clock-store.ts';
import { foldClock } from '../../sla/clock/clock.ts';
import { ledgerSegments } from '../../sla/clock/ledger-segments.ts';
import { loadCalendar } from '../../sla/policy/load-calendar.ts';
import { loadVersion } from '../../ticket-type/load-version.ts';
import { publishTicketType } from '../../ticket-type/publish-ticket-type.ts';
import { cancelTicket } from '../cancel-ticket.ts';
import { commentTicket } from '../comment-ticket.ts';
import { createTicket } from '../create-ticket.ts';
import { linkTickets } from '../link/link-tickets.ts';
import { submitStep } from '../step/submit-step.ts';
import { createServiceDesk, type ServiceDesk } from '../testing/service-desk.ts';
import { mergeTickets } from './merge-tickets.ts';
import { splitTicket } from './split-ticket.ts';
import { undoMerge } from './undo-merge.ts';
import { undoSplit } from './undo-split.ts';

const answers = { contact_phone: '+8613805715678' };
const hourMs = 3_600_000;
const start = new Date('2026-03-18T01:00:00Z');
const at = <C extends Context>(context: C, hours: number): C => ({
  ...context,
  now: () => new Date(start.getTime() + hours * hourMs),
  memo: new Map(),
});

let test: TestDatabase;
let desk: ServiceDesk;
let agent: Awaited<ReturnType<ServiceDesk['hire']>>;
let typeId: string;
let one: string;
let other: string;

const create = (who: Context, facts: object = {}) =>
  createTicket(at(who, 0), { typeId, title: 'Visit', answers, ...facts });
const rowOf = (id: string) =>
  test.database.selectFrom('ticket').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
const kinds = async (ticketId: string) => {
  const rows = await test.database
    .selectFrom('ticketEvent')
    .select(['kind', 'sequence'])
    .where('ticketId', '=', ticketId)
    .orderBy('sequence')
    .execute();
  expect(rows.map(({ sequence }) => sequence)).toEqual(rows.map((_, index) => index + 1));
  return rows.map(({ kind }) => kind);
};
const linksOf = async (ticketId: string) => {
  const rows = await test.database
    .selectFrom('ticketLink')
    .select(['id', 'ticketId', 'otherId', 'kind'])
    .where((eb) => eb.or([eb('ticketId', '=', ticketId), eb('otherId', '=', ticketId)]))
    .orderBy('id')
    .execute();
  return rows;
};

/** Everything that a merge could lose: the ticket's row, steps, timers, links and sub-tickets. */
async function wholeOf(ticketId: string) {
  const ofTicket = async (table: 'ticketStep' | 'ticketTimer') =>
    test.database
      .selectFrom(table as 'ticketTimer')
      .selectAll()
      .where('ticketId', '=', ticketId)
      .orderBy('id')
      .execute();
  const { sequence: _sequence, version: _version, updatedAt: _at, flowState, ...row } = await rowOf(ticketId);
  const { revision: _revision, lastHandlerId: _last, ...state } = flowState as Record<string, unknown>;
  const clocks = await loadClocks(desk.system, [ticketId]);
  const children = await test.database.selectFrom('ticket').select('id').where('parentId', '=', ticketId).execute();
  return {
    row,
    state,
    steps: await ofTicket('ticketStep'),
    timers: (await ofTicket('ticketTimer')).map(({ id: _id, ...timer }) => timer),
    clocks: clocks.map(({ id, entries }) => ({ id, ...foldClock(entries) })),
    links: await linksOf(ticketId),
    children,
  };
}

async function shown(who: Context, number: string, followMerge = true) {
  const { data, errors } = await graphql({
    schema,
    source: `query ($number: String!, $followMerge: Boolean) { ticket(number: $number, followMerge: $followMerge) {
      number status mayMerge files { name }
      mergedInto { into { number } undoUntil mayUndo }
      mergedTickets { number mayUndo ticket { number } notes { body actor { id } } }
      split { from { number } mayUndo } links { relation ticket { number } }
      history { kind otherTicket { number } }
    } }`,
    variableValues: { number, followMerge },
    contextValue: { ...who, memo: new Map() },
  });
  expect(errors).toBeUndefined();
  return (data as { ticket: Record<string, unknown> | null }).ticket;
}

beforeAll(async () => {
  test = await createTestDatabase();
  desk = await createServiceDesk(test.database);
  const { currentVersionId } = await test.database
    .selectFrom('ticketType')
    .select('currentVersionId')
    .where('id', '=', desk.typeId)
    .executeTakeFirstOrThrow();
  const { definition } = await loadVersion(desk.system, currentVersionId ?? '');
  const { flow } = definition;
  typeId = await publishTicketType(desk.system, {
    definition: {
      ...definition,
      key: 'linkable',
      prefix: 'M',
      permissions: { ...definition.permissions, link: { groups: [], roles: ['desk'] } },
      flow: {
        ...flow,
        nodes: flow.nodes.map((node) =>
          node.kind === 'handle'
            ? { ...node, allowSuspend: true, timeLimit: { seconds: 50_000, clock: 'elapsed', then: 'notify_manager' } }
            : node,
        ),
      },
    },
  });
});
afterAll(() => test.drop());
beforeEach(async () => {
  agent = await desk.hire({ 'ticket.read': 'self', 'customer.read': 'all' });
  const customerId = await desk.writeCustomer();
  [one, other] = [await create(agent, { customerId }), await create(agent, { customerId })];
});

describe('a merge', () => {
  it('ends the duplicate with a pointer, leads its number to the other one, and shows its notes and files there', async () => {
    await commentTicket(at(agent, 0.1), { ticketId: one, body: 'Called twice' });
    const file = { contentType: 'text/plain', sizeBytes: 1, sha256: 'x', createdAt: start };
    const fileId = newId();
    await test.database
      .insertInto('file')
      .values({ ...file, id: fileId, name: 'photo.txt', ownerType: 'ticket', ownerId: one })
      .execute();
    await mergeTickets(at(agent, 0.2), { ticketId: one, intoTicketId: other });
    const [from, into] = [await rowOf(one), await rowOf(other)];
    expect(from).toMatchObject({ status: 'cancelled', isActive: false });
    expect(await kinds(one)).toEqual(['created', 'commented', 'merged_into']);
    expect(await kinds(other)).toEqual(['created', 'merged']);
    expect(await shown(at(agent, 0.3), from.number)).toMatchObject({
      number: into.number,
      files: [{ name: 'photo.txt' }],
      mergedTickets: [{ number: from.number, mayUndo: true, notes: [{ body: 'Called twice' }] }],
    });
    expect(await shown(at(agent, 0.3), from.number, false)).toMatchObject({
      number: from.number,
      mayMerge: false,
      mergedInto: {
        into: { number: into.number },
        mayUndo: true,
        undoUntil: new Date(at(agent, 24.2).now()).toISOString(),
      },
    });
    await expect(commentTicket(at(agent, 1), { ticketId: one, body: 'More' })).rejects.toMatchObject({
      code: 'ticket_merged',
      current: { mergedIntoNumber: into.number },
    });
    // Somebody who sees only the other one sees the duplicate's file and notes there, not the duplicate.
    const colleague = await desk.hire({ 'ticket.read': 'self' });
    expect(await loadVisibleFile({ ...colleague, memo: new Map() }, fileId)).toBeNull();
    await test.database
      .insertInto('ticketParticipant')
      .values({ ticketId: other, agentId: colleague.actor.agentId, role: 'copied', since: start })
      .execute();
    expect(await loadVisibleFile({ ...colleague, memo: new Map() }, fileId)).toMatchObject({ id: fileId });
    expect(await shown(at(colleague, 1), into.number)).toMatchObject({
      mergedTickets: [{ number: from.number, mayUndo: false, ticket: null, notes: [{ body: 'Called twice' }] }],
    });
  });

  it('is undone without a trace but the histories’', async () => {
    const third = await create(agent);
    const child = await create(agent, { parentId: one });
    await linkTickets(agent, { ticketId: one, relation: 'blocks', otherTicketId: third });
    await linkTickets(agent, { ticketId: third, relation: 'relates_to', otherTicketId: one });
    await linkTickets(agent, { ticketId: third, relation: 'relates_to', otherTicketId: other });
    const before = await wholeOf(one);
    const otherBefore = await wholeOf(other);
    await mergeTickets(at(agent, 0.2), { ticketId: one, intoTicketId: other });
    expect(await linksOf(one)).toEqual([]);
    expect((await linksOf(other)).map(({ kind }) => kind).toSorted()).toEqual(['blocks', 'relates_to']);
    expect((await rowOf(child)).parentId).toBe(other);
    await undoMerge(at(agent, 0.5), { ticketId: one });
    expect(await wholeOf(one)).toEqual(before);
    expect(await wholeOf(other)).toEqual(otherBefore);
    expect((await kinds(one)).slice(-2)).toEqual(['merged_into', 'merge_undone']);
    expect((await kinds(other)).slice(-2)).toEqual(['merged', 'merge_undone']);
    // The ticket is worked on as if nothing had been.
    const [step] = before.steps as unknown as { tokenId: string; isActive: boolean }[];
    await submitStep(at(agent, 0.6), { ticketId: one, stepId: step?.tokenId ?? '', answers });
    const version = await loadVersion(desk.system, (await rowOf(one)).versionId);
    const events = await test.database
      .selectFrom('ticketEvent')
      .select('input')
      .where('ticketId', '=', one)
      .where('input', 'is not', null)
      .orderBy('sequence')
      .execute();
    const folded = foldEvents(
      version.definition,
      events.map(({ input }) => input as FlowEvent),
    );
    expect(folded).toEqual({ ok: true, state: (await rowOf(one)).flowState });
  });

  it('accounts for every second of the clocks that it stopped and let go on', async () => {
    await mergeTickets(at(agent, 0.2), { ticketId: one, intoTicketId: other });
    await undoMerge(at(agent, 0.5), { ticketId: one });
    const { definition } = await loadCalendar(desk.system, 'company');
    const clock = (await loadClocks(desk.system, [one])).find(({ kind }) => kind === 'completion');
    const segments = ledgerSegments(clock?.entries ?? [], definition, start, at(agent, 0.8).now());
    expect(segments.reduce((sum, { from, to }) => sum + to.getTime() - from.getTime(), 0)).toBe(0.8 * hourMs);
    expect(clock?.entries.map(({ type }) => type)).toEqual(['started', 'cancelled', 'reopened']);
  });

  it('can be undone for a day, by who merged or manages the duplicate', async () => {
    await mergeTickets(at(agent, 1), { ticketId: one, intoTicketId: other });
    const boss = await desk.hire({ 'ticket.read': 'all' });
    await expect(undoMerge(at(boss, 2), { ticketId: one })).rejects.toMatchObject({ code: 'not_permitted' });
    await expect(undoMerge(at(agent, 25.1), { ticketId: one })).rejects.toMatchObject({ code: 'undo_over' });
    await undoMerge(at(agent, 24.9), { ticketId: one });
    await expect(undoMerge(at(agent, 24.9), { ticketId: one })).rejects.toMatchObject({ code: 'not_found' });
  });

  it('goes into open tickets, once, and never round', async () => {
    const into = { ticketId: one, intoTicketId: other };
    await expect(mergeTickets(agent, { ...into, intoTicketId: one })).rejects.toMatchObject({
      issues: [{ path: ['intoTicketId'] }],
    });
    const child = await create(agent, { parentId: one });
    await expect(mergeTickets(agent, { ...into, intoTicketId: child })).rejects.toMatchObject({
      code: 'target_is_sub_ticket',
    });
    await mergeTickets(at(agent, 1), into);
    await expect(mergeTickets(at(agent, 1), into)).rejects.toMatchObject({ code: 'ticket_merged' });
    await expect(mergeTickets(at(agent, 1), { ticketId: other, intoTicketId: one })).rejects.toMatchObject({
      code: 'ticket_merged',
    });
    const third = await create(agent);
    await mergeTickets(at(agent, 2), { ticketId: other, intoTicketId: third });
    expect(await shown(at(agent, 2), (await rowOf(one)).number)).toMatchObject({
      number: (await rowOf(third)).number,
      mergedTickets: [{}, {}],
    });
    const boss = await desk.hire({ 'ticket.read': 'all', 'ticket.manage': 'all' });
    await cancelTicket(boss, { ticketId: third, reason: 'over' });
    const fourth = await create(agent);
    await expect(mergeTickets(agent, { ticketId: fourth, intoTicketId: third })).rejects.toMatchObject({
      code: 'target_finished',
    });
  });

  it('is for the handler or manager of the duplicate, with the link permission of both types', async () => {
    const boss = await desk.hire({ 'ticket.read': 'all' });
    await expect(mergeTickets(boss, { ticketId: one, intoTicketId: other })).rejects.toMatchObject({
      code: 'not_permitted',
    });
    const closed = await createTicket(agent, { typeId: desk.typeId, title: 'Closed', answers });
    await expect(mergeTickets(agent, { ticketId: one, intoTicketId: closed })).rejects.toMatchObject({
      code: 'not_permitted',
    });
    expect(await kinds(one)).toEqual(['created']);
  });
});

describe('a split', () => {
  it('makes a ticket of a note, for the same customer, with a link and a line on both', async () => {
    await commentTicket(at(agent, 0.1), { ticketId: one, body: 'And the fridge is loud' });
    const made = await splitTicket(at(agent, 0.2), {
      ticketId: one,
      sequence: 2,
      title: 'Loud',
      body: 'fridge is loud',
    });
    const [from, split] = [await rowOf(one), await rowOf(made)];
    expect(split).toMatchObject({ title: 'Loud', customerId: from.customerId, typeId, answers, status: 'in_progress' });
    expect(await kinds(made)).toEqual(['created', 'split_from', 'commented']);
    expect(await kinds(one)).toEqual(['created', 'commented', 'split_into']);
    expect(await shown(at(agent, 0.3), split.number)).toMatchObject({
      split: { from: { number: from.number }, mayUndo: true },
      links: [{ relation: 'SPLIT_FROM', ticket: { number: from.number } }],
    });
    await expect(
      splitTicket(agent, { ticketId: one, sequence: 1, title: 'x', body: 'not a note' }),
    ).rejects.toMatchObject({ code: 'not_found' });
  });

  it('is undone into the ticket that it came of, with what was written on it since', async () => {
    await commentTicket(at(agent, 0.1), { ticketId: one, body: 'And the fridge is loud' });
    const made = await splitTicket(at(agent, 0.2), { ticketId: one, sequence: 2, title: 'Loud', body: 'is loud' });
    await commentTicket(at(agent, 0.3), { ticketId: made, body: 'A part is ordered' });
    const stranger = await desk.hire({ 'ticket.read': 'all' });
    await expect(undoSplit(at(stranger, 1), { ticketId: made })).rejects.toMatchObject({ code: 'not_permitted' });
    await expect(undoSplit(at(agent, 30), { ticketId: made })).rejects.toMatchObject({ code: 'undo_over' });
    await undoSplit(at(agent, 1), { ticketId: made });
    expect(await kinds(one)).toEqual(['created', 'commented', 'split_into', 'took_split_back']);
    expect((await kinds(made)).at(-1)).toBe('split_taken_back');
    expect(await shown(at(agent, 1), (await rowOf(made)).number)).toMatchObject({
      number: (await rowOf(one)).number,
      mergedTickets: [{ notes: [{ body: 'A part is ordered' }] }],
    });
    // And that, too, can be taken back.
    await undoMerge(at(agent, 2), { ticketId: made });
    expect(await rowOf(made)).toMatchObject({ status: 'in_progress', isActive: true });
  });

  it('needs the link permission and a type that still takes tickets', async () => {
    const closed = await createTicket(agent, { typeId: desk.typeId, title: 'Closed', answers });
    await expect(splitTicket(agent, { ticketId: closed, title: 'x', body: 'y' })).rejects.toMatchObject({
      code: 'not_permitted',
    });
  });
});
