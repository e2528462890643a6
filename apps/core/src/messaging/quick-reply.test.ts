import { createTestDatabase, type TestDatabase } from '@handoff/prisma/testing/create-test-database';
import { graphql } from 'graphql';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { schema } from '../graphql/schema.ts';
import { toGlobalId } from '../graphql/global-id.ts';
import type { Context } from '../platform/context.ts';
import { createTicket } from '../ticket/create-ticket.ts';
import { createServiceDesk, type ServiceDesk } from '../ticket/testing/service-desk.ts';
import { createQuickReply, deleteQuickReply, updateQuickReply } from './write-quick-reply.ts';

type Hired = Awaited<ReturnType<ServiceDesk['hire']>>;

let test: TestDatabase;
let desk: ServiceDesk;
let agent: Hired;
let lead: Hired;
beforeAll(async () => {
  test = await createTestDatabase();
  desk = await createServiceDesk(test.database);
  agent = await desk.hire({ 'ticket.read': 'self', 'customer.read': 'self' });
  lead = await desk.hire({ 'ticket.read': 'self', 'quick_reply.share': 'all' });
});
afterAll(() => test.drop());

const fresh = (context: Context): Context => ({ ...context, memo: new Map() });

interface Found {
  name: string;
  filled: string | null;
}

async function find(context: Context, variables: object, ticketId = ''): Promise<Found[]> {
  const result = await graphql({
    schema,
    source: `query ($search: String, $keeping: Keeping, $ticketId: ID!) {
      quickReplies(first: 50, search: $search, keeping: $keeping) { edges { node { name filled(ticketId: $ticketId) } } }
    }`,
    variableValues: { ticketId, ...variables },
    contextValue: fresh(context),
  });
  if (result.errors?.[0]) throw result.errors[0];
  return (result.data as { quickReplies: { edges: { node: Found }[] } }).quickReplies.edges.map(({ node }) => node);
}

it('is found by name, code, folder and pinyin, and filled in as the reader may see the ticket', async () => {
  const customerId = await desk.writeCustomer(agent.actor.agentId, { name: '王建国' });
  const body = '{{customer.name}} 您好，工单 {{ticket.number}}';
  await createQuickReply(fresh(agent), { name: '改约', folder: '上门', code: 'gy', body });
  for (const search of ['改约', 'gy', '上门 改', 'gai yue', 'smgy']) {
    expect((await find(agent, { search })).map(({ name }) => name)).toEqual(['改约']);
  }
  expect(await find(agent, { search: '100%' })).toEqual([]);
  const ticketId = await createTicket(fresh(agent), {
    typeId: desk.typeId,
    title: 'A visit',
    customerId,
    answers: { contact_phone: '13800000000' },
  });
  const global = toGlobalId('Ticket', ticketId);
  expect((await find(agent, {}, global))[0]?.filled).toMatch(/^王建国 您好，工单 V-/);
  // Without the right to see customers a placeholder tells nothing of them; without the ticket there is no text.
  const shared = await createQuickReply(fresh(lead), { name: 'Hello', body, sharing: 'all' });
  const reader = await desk.hire({ 'ticket.read': 'all' });
  expect((await find(reader, {}, global))[0]?.filled).toMatch(/^… 您好，工单 V-/);
  expect((await find(await desk.hire({ 'ticket.read': 'self' }), {}, global))[0]?.filled).toBeNull();
  await deleteQuickReply(fresh(lead), { quickReplyId: shared, expectedVersion: 1 });
});

it('is its owner’s alone, or shared by those who may; others change nothing', async () => {
  const own = await createQuickReply(fresh(lead), { name: 'Own', body: 'Mine' });
  const shared = await createQuickReply(fresh(lead), { name: 'Shared', body: 'All', sharing: 'all' });
  expect((await find(agent, { keeping: 'SHARED' })).map(({ name }) => name)).toEqual(['Shared']);
  expect((await find(lead, { keeping: 'OWN' })).map(({ name }) => name)).toEqual(['Own']);
  await expect(createQuickReply(fresh(agent), { name: 'No', body: 'x', sharing: 'all' })).rejects.toMatchObject({
    code: 'not_permitted',
  });
  await expect(
    updateQuickReply(fresh(agent), { quickReplyId: own, expectedVersion: 1, body: 'x' }),
  ).rejects.toMatchObject({
    code: 'not_found',
  });
  await expect(deleteQuickReply(fresh(agent), { quickReplyId: shared, expectedVersion: 1 })).rejects.toMatchObject({
    code: 'not_permitted',
  });
  await updateQuickReply(fresh(lead), { quickReplyId: shared, expectedVersion: 1, sharing: 'nobody' });
  expect(await find(agent, { keeping: 'SHARED' })).toEqual([]);
});

it('takes only placeholders that there are', async () => {
  await expect(createQuickReply(fresh(agent), { name: 'Bad', body: '{{customer.password}}' })).rejects.toMatchObject({
    issues: [{ path: ['body'] }],
  });
});
