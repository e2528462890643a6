import { createTestDatabase, type TestDatabase } from '@handoff/prisma/testing/create-test-database';
import { graphql } from 'graphql';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { schema } from '../graphql/schema.ts';
import { toGlobalId } from '../graphql/global-id.ts';
import { newId } from '../platform/id.ts';
import { createTicket } from '../ticket/create-ticket.ts';
import { createServiceDesk, type ServiceDesk } from '../ticket/testing/service-desk.ts';
import { dialCustomer } from './command/dial-customer.ts';

let test: TestDatabase;
let desk: ServiceDesk;
beforeAll(async () => {
  test = await createTestDatabase();
  desk = await createServiceDesk(test.database);
  const at = { createdAt: new Date(), updatedAt: new Date() };
  await test.database
    .insertInto('channel')
    .values({
      ...at,
      id: newId(),
      pluginId: 'test',
      kind: 'telephony',
      name: 'Test',
      isActive: true,
      settings: '{}',
      status: 'connected',
    })
    .execute();
});
afterAll(() => test.drop());

it('calls the covered number of a ticket, says so in the audit log, and still does not show it', async () => {
  const handler = await desk.hire({ 'ticket.read': 'self', 'call.use': 'all', 'call.read': 'self' });
  const stranger = await desk.hire({ 'ticket.read': 'self', 'call.use': 'all' });
  for (const { actor } of [handler, stranger]) {
    await test.database
      .insertInto('agentPresence')
      .values({ agentId: actor.agentId, channel: 'voice', state: 'ready', since: new Date() })
      .execute();
  }
  const answers = { contact_phone: '+8613805715678', note: '13700137000' };
  const ticketId = await createTicket(handler, { typeId: desk.typeId, title: 'Visit', answers });

  await expect(dialCustomer(stranger, { ticketId, fieldKey: 'contact_phone' })).rejects.toMatchObject({
    code: 'not_found',
  });
  await expect(dialCustomer(handler, { ticketId, fieldKey: 'note' })).rejects.toMatchObject({ code: 'not_found' });
  const callId = await dialCustomer(handler, { ticketId, fieldKey: 'contact_phone' });

  const call = await test.database.selectFrom('call').selectAll().where('id', '=', callId).executeTakeFirstOrThrow();
  expect(call).toMatchObject({ customerNumber: '+8613805715678', ticketId, agentId: handler.actor.agentId });
  const audit = await test.database.selectFrom('auditEntry').selectAll().where('subjectId', '=', ticketId).execute();
  expect(audit).toMatchObject([
    { action: 'number_dialled', actorId: handler.actor.agentId, changes: { field: 'answers.contact_phone', callId } },
  ]);
  const { data } = await graphql({
    schema,
    source: `{ node(id: "${toGlobalId('Call', callId)}") { ... on Call { customerNumber { national masked } } } }`,
    contextValue: handler,
  });
  expect(data).toMatchObject({ node: { customerNumber: { national: null, masked: '138 **** 5678' } } });
});
