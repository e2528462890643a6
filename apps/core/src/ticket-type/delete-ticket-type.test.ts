import { createTestDatabase, type TestDatabase } from '@handoff/prisma/testing/create-test-database';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTicket } from '../ticket/create-ticket.ts';
import { cancelTicket } from '../ticket/cancel-ticket.ts';
import { createServiceDesk, type ServiceDesk } from '../ticket/testing/service-desk.ts';
import { deleteTicketType } from './delete-ticket-type.ts';
import { createTicketTypeDraft } from './draft/create-ticket-type-draft.ts';
import { publishTicketType } from './publish-ticket-type.ts';
import { setTicketTypeActive } from './set-ticket-type-active.ts';

let test: TestDatabase;
let desk: ServiceDesk;
let typeId: string;
let ticketId: string;

beforeAll(async () => {
  test = await createTestDatabase();
  desk = await createServiceDesk(test.database);
  typeId = desk.typeId;
  const agent = await desk.hire({ 'ticket.create': 'all', 'ticket.read': 'all' });
  ticketId = await createTicket(agent, { typeId, title: 'Leak', answers: { contact_phone: '13800138000' } });
});
afterAll(() => test.drop());

const definitionOf = async () =>
  (await test.database.selectFrom('ticketTypeVersion').selectAll().executeTakeFirstOrThrow()).definition;

it('takes an old version as the next draft, unless one is being designed', async () => {
  const first = await test.database.selectFrom('ticketTypeVersion').selectAll().executeTakeFirstOrThrow();
  const changed = { ...(first.definition as object), icon: 'hammer' };
  await publishTicketType(desk.system, { definition: changed });
  const draftId = await createTicketTypeDraft(desk.system, { typeId, fromVersionId: first.id });
  const draft = await test.database.selectFrom('ticketTypeDraft').selectAll().executeTakeFirstOrThrow();
  expect(draft).toMatchObject({ id: draftId, definition: { icon: 'wrench' } });
  expect(draft.basedOnVersionId).not.toBe(first.id);
  await expect(createTicketTypeDraft(desk.system, { typeId, fromVersionId: first.id })).rejects.toMatchObject({
    code: 'draft_exists',
  });
});

it('is deleted only while disabled, without open tickets, and with their number confirmed', async () => {
  const remove = (confirmedTickets: number) => deleteTicketType(desk.system, { typeId, confirmedTickets });
  await expect(remove(1)).rejects.toMatchObject({ code: 'not_disabled' });
  await setTicketTypeActive(desk.system, { typeId, isActive: false });
  await expect(remove(1)).rejects.toMatchObject({ code: 'open_tickets', current: { open: 1 } });
  await cancelTicket(desk.system, { ticketId, reason: 'not needed' });
  await expect(remove(0)).rejects.toMatchObject({ code: 'other_number', current: { total: 1 } });
  expect(await remove(1)).toBe(typeId);
});

it('keeps its tickets and versions, and lets nobody bring it back by the way', async () => {
  const ticket = await test.database.selectFrom('ticket').selectAll().executeTakeFirstOrThrow();
  expect(ticket).toMatchObject({ id: ticketId, typeId, status: 'cancelled' });
  expect(await test.database.selectFrom('ticketTypeDraft').selectAll().execute()).toEqual([]);
  await expect(setTicketTypeActive(desk.system, { typeId, isActive: true })).rejects.toMatchObject({
    code: 'not_found',
  });
  await expect(createTicketTypeDraft(desk.system, { typeId })).rejects.toMatchObject({ code: 'not_found' });
  await expect(publishTicketType(desk.system, { definition: await definitionOf() })).rejects.toMatchObject({
    code: 'type_deleted',
  });
});
