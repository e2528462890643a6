import { createTestDatabase, type TestDatabase } from '@handoff/prisma/testing/create-test-database';
import { graphql } from 'graphql';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { schema } from '../../graphql/schema.ts';
import { fromGlobalId, toGlobalId } from '../../graphql/global-id.ts';
import type { Context } from '../../platform/context.ts';
import { loadVersion } from '../../ticket-type/load-version.ts';
import { publishTicketType } from '../../ticket-type/publish-ticket-type.ts';
import { createTicket } from '../create-ticket.ts';
import { fireTimers } from '../timer/fire-timers.ts';
import { submitStep } from '../step/submit-step.ts';
import { createServiceDesk, type ServiceDesk } from '../testing/service-desk.ts';

const answers = { contact_phone: '+8613805715678' };

let test: TestDatabase;
let desk: ServiceDesk;
let agent: Awaited<ReturnType<ServiceDesk['hire']>>;
let holdingTypeId: string;
let waitingTypeId: string;
let parentId: string;
beforeAll(async () => {
  test = await createTestDatabase();
  desk = await createServiceDesk(test.database);
  const { currentVersionId } = await test.database
    .selectFrom('ticketType')
    .select('currentVersionId')
    .where('id', '=', desk.typeId)
    .executeTakeFirstOrThrow();
  const { definition } = await loadVersion(desk.system, currentVersionId ?? '');
  holdingTypeId = await publishTicketType(desk.system, {
    definition: { ...definition, key: 'part', prefix: 'P', holdsParent: true },
  });
  const { flow } = definition;
  const wait = { kind: 'wait' as const, id: 'pause', name: { en: 'Wait', zh: '等待' } };
  const waitFor = { kind: 'duration' as const, seconds: 1, clock: 'elapsed' as const };
  waitingTypeId = await publishTicketType(desk.system, {
    definition: {
      ...definition,
      key: 'waiting',
      prefix: 'W',
      flow: {
        ...flow,
        nodes: [...flow.nodes.filter(({ kind }) => kind === 'start' || kind === 'end'), { ...wait, waitFor }],
        edges: [
          { id: 'start_to_pause', from: 'start', to: 'pause' },
          { id: 'pause_to_end', from: 'pause', to: 'end' },
        ],
      },
    },
  });
});
afterAll(() => test.drop());
beforeEach(async () => {
  agent = await desk.hire({ 'ticket.read': 'self', 'customer.read': 'all' });
  const customerId = await desk.writeCustomer();
  const facts = { title: 'Visit', contactName: 'Wang Fang', contactPhone: '13805715678' };
  parentId = await createTicket(agent, { typeId: desk.typeId, customerId, answers, ...facts });
});

const rowOf = (id: string) =>
  test.database.selectFrom('ticket').selectAll().where('id', '=', id).executeTakeFirstOrThrow();

interface Seen {
  actions: string[];
  subTickets: { id: string; title: string }[];
  history: { kind: string; sequence: number; subTicket: { id: string } | null }[];
}

async function seenBy(context: Context): Promise<Seen | null> {
  const { data, errors } = await graphql({
    schema,
    source: `{ node(id: "${toGlobalId('Ticket', parentId)}") { ... on Ticket {
      actions subTickets { id title } history { kind sequence subTicket { id } } } } }`,
    contextValue: { ...context, memo: new Map() },
  });
  expect(errors).toBeUndefined();
  return (data as { node: Seen | null }).node;
}

async function finish(ticketId: string): Promise<void> {
  for (;;) {
    const step = await test.database
      .selectFrom('ticketStep')
      .select('tokenId')
      .where('ticketId', '=', ticketId)
      .where('isActive', '=', true)
      .executeTakeFirst();
    if (!step) return;
    await submitStep(agent, { ticketId, stepId: step.tokenId, answers: {} });
  }
}

describe('a sub-ticket', () => {
  it('takes over customer and contact, and stands in the parent and its history', async () => {
    const childId = await createTicket(agent, { typeId: desk.typeId, title: 'Order a part', parentId, answers });
    const parent = await rowOf(parentId);
    expect(await rowOf(childId)).toMatchObject({
      parentId,
      customerId: parent.customerId,
      contactName: 'Wang Fang',
      contactPhone: '13805715678',
    });
    const seen = await seenBy(agent);
    expect(seen?.actions).toContain('CREATE_SUB_TICKET');
    expect(seen?.subTickets.map(({ title }) => title)).toEqual(['Order a part']);
    const told = seen?.history.at(-1);
    expect(told).toMatchObject({ kind: 'sub_ticket_created', sequence: parent.sequence });
    expect(fromGlobalId('Ticket', told?.subTicket?.id ?? '')).toBe(childId);
  });

  it('is for nobody where its maker says so, and takes no contact of another customer', async () => {
    const alone = await createTicket(agent, { typeId: desk.typeId, title: 'x', parentId, customerId: null, answers });
    expect(await rowOf(alone)).toMatchObject({ customerId: null, contactName: null, contactPhone: null });
  });

  it('is made only of a ticket that its maker may see, and not of a draft', async () => {
    const stranger = await desk.hire({ 'ticket.read': 'self' });
    const input = { typeId: desk.typeId, title: 'x', answers };
    await expect(createTicket(stranger, { ...input, parentId })).rejects.toMatchObject({ code: 'not_found' });
    expect((await rowOf(parentId)).sequence).toBe(1);
    await test.database.updateTable('ticket').set({ status: 'draft' }).where('id', '=', parentId).execute();
    await expect(createTicket(agent, { ...input, parentId })).rejects.toMatchObject({ code: 'not_found' });
  });

  it('is hidden from those who may see the parent alone', async () => {
    const maker = await desk.hire({ 'ticket.read': 'all' });
    await createTicket(maker, { typeId: desk.typeId, title: 'Not yours', parentId, answers });
    const seen = await seenBy(agent);
    expect(seen?.subTickets).toEqual([]);
    expect(seen?.history.at(-1)).toMatchObject({ kind: 'sub_ticket_created', subTicket: null });
    expect(JSON.stringify(seen)).not.toContain('Not yours');
  });
});

describe('a sub-ticket whose type holds its parent', () => {
  let childId: string;
  beforeEach(async () => {
    childId = await createTicket(agent, { typeId: holdingTypeId, title: 'Order a part', parentId, answers });
  });

  it('keeps people from completing the parent until it has ended', async () => {
    await expect(finish(parentId)).rejects.toMatchObject({
      code: 'sub_tickets_open',
      current: { subTickets: [(await rowOf(childId)).number] },
    });
    expect(await rowOf(parentId)).toMatchObject({ status: 'in_progress' });
    await finish(childId);
    await finish(parentId);
    expect(await rowOf(parentId)).toMatchObject({ status: 'completed' });
  });

  it('holds back what would complete the parent by itself, and lets it go on at once when it ends', async () => {
    const waitingId = await createTicket(agent, { typeId: waitingTypeId, title: 'Wait', answers });
    const part = await createTicket(agent, { typeId: holdingTypeId, title: 'Part', parentId: waitingId, answers });
    const later = { ...desk.system, now: () => new Date(Date.now() + 60_000) };
    const lookAgainAt = await fireTimers(later, waitingId);
    expect(await rowOf(waitingId)).toMatchObject({ status: 'in_progress', isActive: true });
    expect(lookAgainAt?.getTime()).toBeGreaterThan(later.now().getTime());
    await finish(part);
    await fireTimers(later, waitingId);
    expect(await rowOf(waitingId)).toMatchObject({ status: 'completed', isActive: false });
  });

  it('can be made of a ticket that is over, such as a return', async () => {
    await finish(childId);
    await finish(parentId);
    await createTicket(agent, { typeId: holdingTypeId, title: 'Return', parentId, answers });
    expect((await seenBy(agent))?.subTickets.map(({ title }) => title)).toEqual(['Order a part', 'Return']);
    expect(await rowOf(parentId)).toMatchObject({ status: 'completed' });
  });
});
