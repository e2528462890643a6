import { createTestDatabase, type TestDatabase } from '@handoff/prisma/testing/create-test-database';
import { graphql } from 'graphql';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { schema } from '../../graphql/schema.ts';
import type { Context } from '../../platform/context.ts';
import { createTicket } from '../create-ticket.ts';
import { createServiceDesk, type ServiceDesk } from '../testing/service-desk.ts';

let test: TestDatabase;
let desk: ServiceDesk;
let agent: Context;

const make = (title: string, answers: Record<string, string>) =>
  createTicket(agent, { typeId: desk.typeId, title, contactPhone: '13805715678', answers });

beforeAll(async () => {
  test = await createTestDatabase();
  desk = await createServiceDesk(test.database);
  agent = await desk.hire({ 'ticket.read': 'all', 'customer.read': 'all' });
  await make('both', { contact_phone: '+8613805715678', contact_email: 'fang@example.com', note: 'first floor' });
  await make('note', { contact_phone: '+8613805715679', note: 'second floor' });
  await make('mail', { contact_phone: '+8613805715680', contact_email: 'wei@example.com' });
});
afterAll(() => test.drop());

async function ask<Answer>(source: string): Promise<Answer> {
  const { data, errors } = await graphql({ schema, source, contextValue: { ...agent, memo: new Map() } });
  expect(errors).toBeUndefined();
  return data as Answer;
}

async function titles(filter: string): Promise<string[]> {
  const { tickets } = await ask<{ tickets: { edges: { node: { title: string } }[] } }>(
    `{ tickets(filter: ${filter}) { edges { node { title } } } }`,
  );
  return tickets.edges.map(({ node }) => node.title).sort();
}

const fields = (condition: string) => titles(`{ fields: [${condition}] }`);

it('finds by values, by their absence, and by whether there is one', async () => {
  expect(await fields('{ key: "note", in: ["first floor", "third floor"] }')).toEqual(['both']);
  expect(await fields('{ key: "note", in: [] }')).toEqual([]);
  expect(await fields('{ key: "note", notIn: ["first floor"] }')).toEqual(['mail', 'note']);
  expect(await fields('{ key: "note", isEmpty: true }')).toEqual(['mail']);
  expect(await fields('{ key: "contact_email", isEmpty: false }')).toEqual(['both', 'mail']);
  expect(await fields('{ key: "contact_email", isEmpty: false }, { key: "note", isEmpty: false }')).toEqual(['both']);
});

it('joins conditions on designed fields by or, beside other conditions', async () => {
  const either = '{ or: [{ fields: [{ key: "note", isEmpty: true }] }, { title: { eq: "both" } }] }';
  expect(await titles(either)).toEqual(['both', 'mail']);
  expect(await titles(`{ and: [${either}, { not: { title: { eq: "mail" } } }] }`)).toEqual(['both']);
});

it('names the searchable fields of the published forms, and no others', async () => {
  const { ticketFilterFields } = await ask<{ ticketFilterFields: { key: string; kind: string }[] }>(
    '{ ticketFilterFields { key kind ticketTypes { key } } }',
  );
  expect(ticketFilterFields).toEqual([
    { key: 'contact_phone', kind: 'text', ticketTypes: [{ key: 'visit' }] },
    { key: 'contact_email', kind: 'text', ticketTypes: [{ key: 'visit' }] },
    { key: 'note', kind: 'text', ticketTypes: [{ key: 'visit' }] },
  ]);
});
