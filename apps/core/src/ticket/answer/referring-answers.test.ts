import { createTestDatabase, type TestDatabase } from '@handoff/prisma/testing/create-test-database';
import { graphql } from 'graphql';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { schema } from '../../graphql/schema.ts';
import { toGlobalId } from '../../graphql/global-id.ts';
import type { Context } from '../../platform/context.ts';
import { publishTicketType } from '../../ticket-type/publish-ticket-type.ts';
import { createTicket } from '../create-ticket.ts';
import { submitStep } from '../step/submit-step.ts';
import { createServiceDesk, type ServiceDesk } from '../testing/service-desk.ts';
import { watchTicket } from '../watch/watch-ticket.ts';

type Hired = Awaited<ReturnType<ServiceDesk['hire']>>;
const said = (text: string) => ({ en: text, zh: text });
let test: TestDatabase;
let desk: ServiceDesk;
let agent: Hired;
let inspector: string;
let department: string;
let typeId: string;
let owned: string;
let foreign: string;

/** Two steps over a form whose answers refer to people, departments and customers. */
const inspection = {
  key: 'inspection',
  name: said('Inspection'),
  icon: 'wrench',
  prefix: 'I',
  isSalesOrder: false,
  form: {
    sections: [
      {
        key: 'all',
        label: said('All'),
        columns: 1,
        fields: [
          { type: 'member', key: 'inspector', label: said('Inspector'), searchable: true },
          { type: 'department', key: 'by', label: said('By'), searchable: true },
          { type: 'customer', key: 'neighbour', label: said('Neighbour'), searchable: true },
        ],
      },
    ],
    rules: [],
  },
  flow: {
    fallbackGroup: 'desk',
    nodes: [
      { kind: 'start', id: 'start', name: said('Start') },
      { kind: 'handle', id: 'look', name: said('Look'), assignee: { kind: 'creator' } },
      { kind: 'handle', id: 'report', name: said('Report'), assignee: { kind: 'creator' } },
      { kind: 'end', id: 'end', name: said('End'), outcome: 'completed' },
    ],
    edges: [
      { id: 'a', from: 'start', to: 'look' },
      { id: 'b', from: 'look', to: 'report' },
      { id: 'c', from: 'report', to: 'end' },
    ],
  },
  sla: { name: said('None'), calendar: 'company', targets: {}, pausesIn: [], reminders: [], escalations: [] },
  permissions: { create: { groups: [], roles: ['desk'] }, link: { groups: [], roles: [] } },
};

const open = (title: string, answers: Record<string, string>): Promise<string> =>
  createTicket(agent, { typeId, title, answers });

beforeAll(async () => {
  test = await createTestDatabase();
  desk = await createServiceDesk(test.database);
  agent = await desk.hire({ 'ticket.read': 'all', 'customer.read': 'self' });
  const target = { firstResponseSeconds: 3600, stepSeconds: 3600, completionSeconds: 7200 };
  const targets = { low: target, normal: target, high: target, urgent: target };
  const definition = { ...inspection, sla: { ...inspection.sla, targets } };
  typeId = await publishTicketType(desk.system, { definition });
  const row = await test.database
    .selectFrom('agent')
    .select(['name', 'departmentId'])
    .where('id', '=', agent.actor.agentId)
    .executeTakeFirstOrThrow();
  inspector = toGlobalId('Agent', agent.actor.agentId);
  department = toGlobalId('Department', row.departmentId);
  owned = toGlobalId('Customer', await desk.writeCustomer(agent.actor.agentId, { name: 'Zhang Wei' }));
  const other = await desk.hire({});
  foreign = toGlobalId('Customer', await desk.writeCustomer(other.actor.agentId, { name: 'Somebody else' }));
  await open('all', { inspector, by: department, neighbour: owned });
  await open('foreign', { neighbour: foreign });
  const moved = await open('moved', { inspector });
  const { tokenId } = await test.database
    .selectFrom('ticketStep')
    .select('tokenId')
    .where('ticketId', '=', moved)
    .executeTakeFirstOrThrow();
  await submitStep(agent, { ticketId: moved, stepId: tokenId, answers: {} });
  await watchTicket(agent, { ticketId: moved });
});
afterAll(() => test.drop());

interface Answer {
  tickets: { edges: { node: { title: string; answerNames: { id: string; name: string }[] } }[] };
}

async function ask<Result>(source: string, variableValues = {}, context: Context = agent): Promise<Result> {
  const contextValue = { ...context, memo: new Map() };
  const { data, errors } = await graphql({ schema, source, variableValues, contextValue });
  expect(errors).toBeUndefined();
  return data as Result;
}

const listQuery = `query ($filter: TicketFilter) { tickets(filter: $filter) { edges { node {
  title answerNames { id name } } } } }`;
async function titles(filter: object): Promise<string[]> {
  const { tickets } = await ask<Answer>(listQuery, { filter });
  return tickets.edges.map(({ node }) => node.title).toSorted();
}

it('names whom answers refer to, and nobody whom the caller may not see', async () => {
  const { tickets } = await ask<Answer>(listQuery);
  const named = new Map(tickets.edges.map(({ node }) => [node.title, node.answerNames]));
  expect(named.get('all')?.map(({ id }) => id)).toEqual([inspector, department, owned]);
  expect(named.get('all')?.at(-1)?.name).toBe('Zhang Wei');
  expect(named.get('foreign')).toEqual([]);
});

it('reads the names of many tickets with as many statements as those of one', async () => {
  let statements = 0;
  const db = test.database.withPlugin({
    transformQuery: ({ node }) => {
      statements += 1;
      return node;
    },
    transformResult: ({ result }) => Promise.resolve(result),
  });
  const counting = { ...agent, db };
  await ask(listQuery, { filter: { title: { eq: 'all' } } }, counting);
  const forOne = statements;
  for (let more = 0; more < 5; more++) await open(`more ${more}`, { inspector, by: department, neighbour: owned });
  statements = 0;
  await ask(listQuery, {}, counting);
  expect(forOne).toBeGreaterThan(3);
  expect(statements).toBe(forOne);
  await test.database.deleteFrom('ticket').where('title', 'like', 'more %').execute();
});

it('finds by whom an answer refers to, by the step and by who watches', async () => {
  const field = (key: string, test: object) => ({ fields: [{ key, ...test }] });
  expect(await titles(field('inspector', { in: [inspector] }))).toEqual(['all', 'moved']);
  expect(await titles(field('inspector', { notIn: [inspector] }))).toEqual(['foreign']);
  expect(await titles(field('neighbour', { in: [owned, foreign] }))).toEqual(['all', 'foreign']);
  expect(await titles(field('by', { in: [department] }))).toEqual(['all']);
  const step = (node: string, id = typeId) => ({ ticketType: toGlobalId('TicketType', id), node });
  expect(await titles({ step: { in: [step('look')] } })).toEqual(['all', 'foreign']);
  expect(await titles({ step: { in: [step('look'), step('report')] } })).toEqual(['all', 'foreign', 'moved']);
  expect(await titles({ step: { notIn: [step('look')] } })).toEqual(['moved']);
  expect(await titles({ step: { in: [step('look', desk.typeId)] } })).toEqual([]);
  expect(await titles({ watcher: { in: [inspector] } })).toEqual(['moved']);
  expect(await titles({ watcher: { notIn: [inspector] } })).toEqual(['all', 'foreign']);
  expect(await titles({ watcher: { isEmpty: true } })).toEqual(['all', 'foreign']);
});

it('offers the steps of published flows at which tickets stay', async () => {
  const { ticketFilterSteps } = await ask<{ ticketFilterSteps: { node: string }[] }>(
    '{ ticketFilterSteps { node ticketType { key } } }',
  );
  expect(ticketFilterSteps).toEqual([
    { node: 'look', ticketType: { key: 'inspection' } },
    { node: 'report', ticketType: { key: 'inspection' } },
    { node: 'visit', ticketType: { key: 'visit' } },
    { node: 'report', ticketType: { key: 'visit' } },
  ]);
});

it('counts what a saved view with such filters shows now', async () => {
  const query = {
    view: 'OPEN',
    filter: { and: [{ step: { in: [{ ticketType: toGlobalId('TicketType', typeId), node: 'look' }] } }] },
  };
  const input = { list: 'TICKETS', name: 'To look at', query };
  await ask(
    'mutation ($input: CreateSavedViewInput!) { createSavedView(input: $input) { ... on CreateSavedViewSuccess { view { id } } } }',
    { input },
  );
  const count = async () =>
    (
      await ask<{ savedViews: { totalCount: { value: number } }[] }>(
        '{ savedViews(list: TICKETS) { totalCount { value } } }',
      )
    ).savedViews[0]?.totalCount.value;
  expect(await count()).toBe(2);
  await open('one more', {});
  expect(await count()).toBe(3);
});
