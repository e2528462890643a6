import { createTestDatabase, type TestDatabase } from '@handoff/prisma/testing/create-test-database';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { FlowState } from '../../flow/flow-state.ts';
import { createTicket } from '../create-ticket.ts';
import { submitStep } from '../step/submit-step.ts';
import { createServiceDesk, type ServiceDesk } from '../testing/service-desk.ts';

const answers = { contact_phone: '+8613805715678', contact_email: 'fang@example.com', note: 'Rings at noon' };
/** The number as it is shown to somebody who may not see it in full. */
const readAnswers = { ...answers, contact_phone: '138 **** 5678', contact_email: 'f***@example.com' };

let test: TestDatabase;
let desk: ServiceDesk;
let agent: Awaited<ReturnType<ServiceDesk['hire']>>;
let ticketId: string;
beforeAll(async () => {
  test = await createTestDatabase();
  desk = await createServiceDesk(test.database);
});
afterAll(() => test.drop());

const ticket = () =>
  test.database.selectFrom('ticket').selectAll().where('id', '=', ticketId).executeTakeFirstOrThrow();
const stepId = async () => ((await ticket()).flowState as FlowState).tokens[0]?.id ?? '';

/** Somebody else, who read the ticket at the same time, was first. */
beforeEach(async () => {
  agent = await desk.hire({ 'ticket.read': 'self' });
  ticketId = await createTicket(agent, { typeId: desk.typeId, title: 'Visit', answers });
  const theirs = { note: 'Rings in the evening', contact_email: 'wang@example.com' };
  await submitStep(agent, { ticketId, stepId: await stepId(), answers: theirs });
});

it('keeps what others changed and I did not, and says so in the history', async () => {
  const mine = { ...readAnswers, contact_phone: '+8613905715678' };
  await submitStep(agent, { ticketId, stepId: await stepId(), answers: mine, readAnswers });
  expect((await ticket()).answers).toMatchObject({
    contact_phone: '+8613905715678',
    contact_email: 'wang@example.com',
    note: 'Rings in the evening',
  });
  const last = await test.database
    .selectFrom('ticketEvent')
    .select('changes')
    .where('ticketId', '=', ticketId)
    .orderBy('sequence', 'desc')
    .executeTakeFirstOrThrow();
  expect(last.changes).toContainEqual({ field: 'keptFromOthers', from: null, to: ['contact_email', 'note'] });
});

it('asks about what both changed, showing only what the caller may see, and writes nothing', async () => {
  const mine = { ...readAnswers, note: 'Rings at night', contact_email: 'li@example.com' };
  const sent = { ticketId, stepId: await stepId(), answers: mine, readAnswers };
  await expect(submitStep(agent, sent)).rejects.toMatchObject({
    code: 'same_fields',
    current: {
      fields: [
        { field: 'contact_email', before: 'f***@example.com', theirs: 'w***@example.com' },
        { field: 'note', before: 'Rings at noon', theirs: 'Rings in the evening', at: expect.any(Date) as Date },
      ],
    },
  });
  expect(await stepId()).toBe(sent.stepId);
  const chosen = { ...readAnswers, note: 'Rings in the evening', contact_email: 'w***@example.com' };
  await submitStep(agent, { ...sent, answers: chosen, readAnswers: { ...readAnswers, ...chosen } });
  expect((await ticket()).answers).toMatchObject({ note: 'Rings in the evening', contact_email: 'wang@example.com' });
});

it('takes all that is sent where nothing says what was read', async () => {
  await submitStep(agent, { ticketId, stepId: await stepId(), answers: { note: 'Rings at night' } });
  expect((await ticket()).answers).toMatchObject({ note: 'Rings at night', contact_email: 'wang@example.com' });
});
