import { createTestDatabase, type TestDatabase } from '@handoff/prisma/testing/create-test-database';
import { graphql } from 'graphql';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTicket } from '../ticket/create-ticket.ts';
import { createServiceDesk, type ServiceDesk } from '../ticket/testing/service-desk.ts';
import { toGlobalId } from './global-id.ts';
import { schema } from './schema.ts';

let test: TestDatabase;
let desk: ServiceDesk;
beforeAll(async () => {
  test = await createTestDatabase();
  desk = await createServiceDesk(test.database);
});
afterAll(() => test.drop());

it('answers an id that is none, or of nothing that can be found by one, like a record that is gone', async () => {
  const agent = await desk.hire({ 'ticket.read': 'self' });
  const input = { typeId: desk.typeId, title: 'Visit', answers: { contact_phone: '+8613805715678' } };
  const ticket = toGlobalId('Ticket', await createTicket(agent, input));
  const ids = ['abc', '', '../..', toGlobalId('Query', '1'), toGlobalId('Nothing', '1'), toGlobalId('Ticket', '1')];
  const { data, errors } = await graphql({
    schema,
    source: 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } node(id: "abc") { id } }',
    variableValues: { ids: [...ids, ticket] },
    contextValue: agent,
  });
  expect(errors).toBeUndefined();
  expect(data).toEqual({ nodes: [...ids.map(() => null), { id: ticket }], node: null });
});
