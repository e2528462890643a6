import { createTestDatabase, type TestDatabase } from '@handoff/prisma/testing/create-test-database';
import { graphql } from 'graphql';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { schema } from '../../graphql/schema.ts';
import { toGlobalId } from '../../graphql/global-id.ts';
import type { Context } from '../../platform/context.ts';
import { loadVersion } from '../../ticket-type/load-version.ts';
import { publishTicketType } from '../../ticket-type/publish-ticket-type.ts';
import { createTicket } from '../create-ticket.ts';
import { rollBackStep } from '../step/roll-back-step.ts';
import { submitStep } from '../step/submit-step.ts';
import { createServiceDesk, type ServiceDesk } from '../testing/service-desk.ts';
import * as change from './change-checklist.ts';

const answers = { contact_phone: '+8613805715678' };

type Person = Awaited<ReturnType<ServiceDesk['hire']>>;
let test: TestDatabase;
let desk: ServiceDesk;
let agent: Person;
let typeId: string;
let ticketId: string;

const fresh = (who: Person): Context => ({ ...who, memo: new Map() });
const rows = () =>
  test.database.selectFrom('checklistItem').selectAll().where('ticketId', '=', ticketId).orderBy('position').execute();
const idOf = async (text: string) =>
  (await rows()).find(({ labels }) => (labels as { en: string }).en === text)?.id ?? '';
const stepId = async () => {
  const step = await test.database
    .selectFrom('ticketStep')
    .select('tokenId')
    .where('ticketId', '=', ticketId)
    .where('isActive', '=', true)
    .executeTakeFirstOrThrow();
  return step.tokenId;
};
const submit = async () => submitStep(fresh(agent), { ticketId, stepId: await stepId(), answers });
const tick = async (text: string, isDone = true) =>
  change.tickChecklistItem(fresh(agent), { ticketId, checklistItemId: await idOf(text), isDone });

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
  const checklist = [
    { key: 'power', text: { en: 'Power is off', zh: '已断电' }, isRequired: true },
    { key: 'photo', text: { en: 'Photo taken', zh: '已拍照' }, isRequired: false },
  ];
  typeId = await publishTicketType(desk.system, {
    definition: {
      ...definition,
      key: 'checked',
      prefix: 'C',
      flow: { ...flow, nodes: flow.nodes.map((node) => (node.id === 'visit' ? { ...node, checklist } : node)) },
    },
  });
});
afterAll(() => test.drop());
beforeEach(async () => {
  agent = await desk.hire({ 'ticket.read': 'self' });
  ticketId = await createTicket(fresh(agent), { typeId, title: 'Visit', answers });
});

it('is added to, ticked off, put in order and taken from', async () => {
  for (const text of ['Call back', 'Order a part']) await change.addChecklistItem(fresh(agent), { ticketId, text });
  await change.moveChecklistItem(fresh(agent), { ticketId, checklistItemId: await idOf('Order a part'), index: 0 });
  await tick('Call back');
  await tick('Call back');
  await change.removeChecklistItem(fresh(agent), { ticketId, checklistItemId: await idOf('Order a part') });
  const { data, errors } = await graphql({
    schema,
    source: `query ($id: ID!) { node(id: $id) { ... on Ticket {
      checklist { text isDone isRequired isOfStep doneBy { id } } history { kind body }
    } } }`,
    variableValues: { id: toGlobalId('Ticket', ticketId) },
    contextValue: { ...fresh(agent), locale: 'zh' },
  });
  expect(errors).toBeUndefined();
  expect(data).toMatchObject({
    node: {
      checklist: [
        { text: '已断电', isDone: false, isRequired: true, isOfStep: true },
        { text: '已拍照', isDone: false, isRequired: false, isOfStep: true },
        {
          text: 'Call back',
          isDone: true,
          isRequired: false,
          doneBy: { id: toGlobalId('Agent', agent.actor.agentId) },
        },
      ],
      history: [
        { kind: 'created' },
        { kind: 'checklist_added' },
        { kind: 'checklist_added' },
        { kind: 'checklist_ticked', body: 'Call back' },
        { kind: 'checklist_removed', body: 'Order a part' },
      ],
    },
  });
});

it('holds a step until what it requires is ticked off, and no other step', async () => {
  await expect(submit()).rejects.toMatchObject({
    code: 'checklist_open',
    text: { zh: expect.stringContaining('已断电') as string },
  });
  await tick('Power is off');
  await submit();
  await submit();
  await expect(tick('Photo taken')).rejects.toMatchObject({ code: 'finished' });
});

it('has to be done anew when the step is', async () => {
  await tick('Power is off');
  await submit();
  await rollBackStep(fresh(agent), { ticketId, stepId: await stepId(), reason: 'Once more' });
  expect((await rows()).map(({ doneAt }) => doneAt)).toEqual([null, null]);
  await expect(submit()).rejects.toMatchObject({ code: 'checklist_open' });
});

it('keeps what comes with the step, and is given only to those who may see the ticket', async () => {
  const checklistItemId = await idOf('Power is off');
  await expect(change.removeChecklistItem(fresh(agent), { ticketId, checklistItemId })).rejects.toMatchObject({
    code: 'of_the_step',
  });
  const blind = await desk.hire({});
  const seer = await desk.hire({ 'ticket.read': 'all' });
  const assign = (assigneeId: string | null) =>
    change.assignChecklistItem(fresh(agent), { ticketId, checklistItemId, assigneeId });
  await expect(assign(blind.actor.agentId)).rejects.toMatchObject({ issues: [{ path: ['assigneeId'] }] });
  await assign(seer.actor.agentId);
  expect((await rows())[0]?.assigneeId).toBe(seer.actor.agentId);
  const told = await test.database.selectFrom('outbox').select('payload').where('kind', '=', 'notification').execute();
  expect(told.map(({ payload }) => (payload as { kind: string }).kind)).toContain('ticket.checklist_assigned');
  await assign(null);
  await expect(change.addChecklistItem(fresh(blind), { ticketId, text: 'x' })).rejects.toMatchObject({
    code: 'not_found',
  });
});
