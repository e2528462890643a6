import { createTestDatabase, type TestDatabase } from '@handoff/prisma/testing/create-test-database';
import { graphql } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { schema } from '../graphql/schema.ts';
import { fromGlobalId, toGlobalId } from '../graphql/global-id.ts';
import { actingAs } from '../identity/testing/write-people.ts';
import type { Context } from '../platform/context.ts';
import { createTicket } from '../ticket/create-ticket.ts';
import { createServiceDesk, type ServiceDesk } from '../ticket/testing/service-desk.ts';
import { deleteSavedView } from './delete-saved-view.ts';
import { updateSavedView } from './update-saved-view.ts';

let test: TestDatabase;
let desk: ServiceDesk;
let maker: Awaited<ReturnType<ServiceDesk['hire']>>;
let sharer: Awaited<ReturnType<ServiceDesk['hire']>>;
beforeAll(async () => {
  test = await createTestDatabase();
  desk = await createServiceDesk(test.database);
  maker = await desk.hire({ 'ticket.read': 'self' });
  sharer = await desk.hire({ 'ticket.read': 'all', 'view.share': 'all' });
  for (const [agent, title, urgency] of [
    [maker, 'Urgent of the maker', 'urgent'],
    [maker, 'Normal of the maker', 'normal'],
    [sharer, 'Urgent of the sharer', 'urgent'],
  ] as const) {
    const answers = { contact_phone: '+8613805715678' };
    await createTicket(agent, { typeId: desk.typeId, title, urgency, answers });
  }
});
afterAll(() => test.drop());

async function run(context: Context, source: string, variableValues: Record<string, unknown> = {}) {
  return graphql({ schema, source, variableValues, contextValue: { ...context, memo: new Map() } });
}

interface Created {
  createSavedView: { __typename: string; code?: string; view?: { id: string }; issues?: { path: string[] }[] };
}
const createMutation = `mutation ($input: CreateSavedViewInput!) { createSavedView(input: $input) {
  __typename
  ... on CreateSavedViewSuccess { view { id } }
  ... on Error { code }
  ... on ValidationError { issues { path } }
} }`;
async function create(context: Context, input: Record<string, unknown>) {
  const { data, errors } = await run(context, createMutation, { input: { list: 'TICKETS', ...input } });
  expect(errors).toBeUndefined();
  return (data as unknown as Created).createSavedView;
}
const urgent = { view: 'OPEN', filter: { and: [{ urgency: { in: ['URGENT'] } }] } };

/** The id of a view of this agent. */
async function made(context: Context, input: Record<string, unknown>): Promise<string> {
  const { view } = await create(context, { name: 'Urgent', query: urgent, ...input });
  if (!view) throw new Error('the view was not made');
  return view.id;
}
const listed = async (context: Context): Promise<{ id: string; totalCount: { value: number } | null }[]> => {
  const { data } = await run(context, '{ savedViews(list: TICKETS) { id totalCount { value } } }');
  return (data as never as { savedViews: { id: string; totalCount: { value: number } }[] }).savedViews;
};
async function titles(context: Context, viewId: string, more = ''): Promise<string[] | null> {
  const source = `{ tickets(savedView: "${viewId}" ${more}) { edges { node { title } } } }`;
  const { data } = await run(context, source);
  const tickets = (data as never as { tickets: { edges: { node: { title: string } }[] } } | null)?.tickets;
  return tickets ? tickets.edges.map(({ node }) => node.title).sort() : null;
}

describe('a saved view', () => {
  it('shows each of its viewers only the rows of their own data scope', async () => {
    const viewId = await made(sharer, { sharing: 'ALL' });
    expect(await titles(sharer, viewId)).toEqual(['Urgent of the maker', 'Urgent of the sharer']);
    expect(await titles(maker, viewId)).toEqual(['Urgent of the maker']);
    const count = async (context: Context) =>
      (await listed(context)).find(({ id }) => id === viewId)?.totalCount?.value;
    expect(await count(sharer)).toBe(2);
    expect(await count(maker)).toBe(1);
  });

  it('is seen by its owner, its groups or all, as it is shared, and by nobody else', async () => {
    const own = await made(maker, {});
    expect(await titles(sharer, own)).toBeNull();
    expect((await listed(sharer)).map(({ id }) => id)).not.toContain(own);

    const groupId = (await test.database.selectFrom('serviceGroup').select('id').executeTakeFirstOrThrow()).id;
    const groupIds = [toGlobalId('ServiceGroup', groupId)];
    const ofGroup = await made(sharer, { name: 'Of the desk', sharing: 'GROUPS', groupIds });
    expect(await titles(maker, ofGroup)).toBeNull();
    await test.database.insertInto('serviceGroupMember').values({ groupId, agentId: maker.actor.agentId }).execute();
    const member = await actingAs(test.database, maker.actor.agentId);
    expect(await titles(member, ofGroup)).toEqual(['Urgent of the maker']);
  });

  it('is shared only with the right to, and changed only by its owner or those who share', async () => {
    expect(await create(maker, { name: 'Mine', query: urgent, sharing: 'ALL' })).toMatchObject({
      __typename: 'NotPermittedError',
    });
    expect(await test.database.selectFrom('savedView').where('name', '=', 'Mine').selectAll().execute()).toEqual([]);
    const viewId = fromGlobalId('SavedView', await made(sharer, { sharing: 'ALL' })) ?? '';
    const change = { savedViewId: viewId, expectedVersion: 1, name: 'Theirs' };
    await expect(updateSavedView(maker, change)).rejects.toMatchObject({ code: 'not_permitted' });
    await expect(deleteSavedView(maker, { savedViewId: viewId })).rejects.toMatchObject({ code: 'not_permitted' });
    const other = await desk.hire({ 'view.share': 'all' });
    await updateSavedView(other, change);
    await expect(updateSavedView(sharer, change)).rejects.toMatchObject({ code: 'stale_version' });
    const own = fromGlobalId('SavedView', await made(maker, {})) ?? '';
    await expect(updateSavedView(other, { ...change, savedViewId: own })).rejects.toMatchObject({ code: 'not_found' });
  });

  it('lets other arguments narrow it and choose the order', async () => {
    const viewId = await made(sharer, { query: { ...urgent, orderBy: 'CREATED_AT', isReversed: true } });
    expect(await titles(sharer, viewId, 'filter: { title: { contains: "sharer" } }')).toEqual(['Urgent of the sharer']);
    const first = async (more: string) => {
      const { data } = await run(
        sharer,
        `{ tickets(first: 1, savedView: "${viewId}" ${more}) { edges { node { title } } } }`,
      );
      return (data as never as { tickets: { edges: { node: { title: string } }[] } }).tickets.edges[0]?.node.title;
    };
    expect(await first('')).toBe('Urgent of the maker');
    expect(await first('orderBy: CREATED_AT')).toBe('Urgent of the sharer');
  });

  it.each([
    [{ filter: { colour: { eq: 'red' } } }, 'filter'],
    [{ filter: { urgency: { in: ['EXTREME'] } } }, 'filter'],
    [{ orderBy: 'NAME' }, 'orderBy'],
    [{ view: 'SECRET' }, 'view'],
  ])('is not kept with what its list does not take: %j', async (query, part) => {
    const refused = await create(sharer, { name: 'Odd', query });
    expect(refused.issues?.map(({ path }) => path.slice(0, 2))).toEqual([['query', part]]);
  });

  it('of which a person has at most fifty for a list', async () => {
    const agent = await desk.hire({ 'ticket.read': 'self' });
    for (let n = 0; n < 50; n += 1) await made(agent, { name: `View ${n}` });
    expect(await create(agent, { name: 'One more', query: urgent })).toMatchObject({ __typename: 'ValidationError' });
  });
});
