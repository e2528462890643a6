import { createTestDatabase, type TestDatabase } from '@handoff/prisma/testing/create-test-database';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTicketTypeDraft } from '../ticket-type/draft/create-ticket-type-draft.ts';
import { publishTicketTypeDraft } from '../ticket-type/draft/publish-ticket-type-draft.ts';
import { saveTicketTypeDraft } from '../ticket-type/draft/save-ticket-type-draft.ts';
import type { TicketTypeDefinition } from '../ticket-type/ticket-type-definition.ts';
import { acceptStep } from '../ticket/step/accept-step.ts';
import { createTicket } from '../ticket/create-ticket.ts';
import { submitStep } from '../ticket/step/submit-step.ts';
import { createServiceDesk, type ServiceDesk } from '../ticket/testing/service-desk.ts';
import { backtest } from './backtest.ts';
import { simulateTicketType } from './ground-simulation.ts';
import { openStepsOf } from './show-simulation.ts';
import { loadPastEvents, retrace, stepsOf } from './past-run.ts';
import { acceptTicketTypeTest, saveTicketTypeTest } from './save-ticket-type-test.ts';
import { loadTests, runTest } from './ticket-type-test.ts';

let test: TestDatabase;
let desk: ServiceDesk;
let manager: Awaited<ReturnType<ServiceDesk['hire']>>;
let draftId: string;
let definition: TicketTypeDefinition;

const startAt = new Date('2026-03-18T01:00:00Z');
const HOUR = 3600;

beforeAll(async () => {
  test = await createTestDatabase();
  desk = await createServiceDesk(test.database);
  manager = await desk.hire({ 'ticket_type.manage': 'all', 'ticket.read': 'all', 'customer.reveal': 'all' });
  draftId = await createTicketTypeDraft(manager, { typeId: desk.typeId });
  const draft = await test.database.selectFrom('ticketTypeDraft').selectAll().executeTakeFirstOrThrow();
  definition = draft.definition as TicketTypeDefinition;
});
afterAll(() => test.drop());

const create = { act: 'create', answers: { contact_phone: '13800138000' } } as const;
const visited = [create, { act: 'submit', nodeId: 'visit' }, { act: 'submit', nodeId: 'report' }] as const;

async function change(next: Partial<TicketTypeDefinition>): Promise<void> {
  const { revision } = await test.database.selectFrom('ticketTypeDraft').selectAll().executeTakeFirstOrThrow();
  await saveTicketTypeDraft(manager, { draftId, baseRevision: revision, definition: { ...definition, ...next } });
}

/** A flow in which every ticket goes straight to the report. */
const shorter = (): TicketTypeDefinition['flow'] => ({
  ...definition.flow,
  nodes: definition.flow.nodes.filter(({ id }) => id !== 'visit'),
  edges: definition.flow.edges
    .filter(({ from }) => from !== 'visit')
    .map((edge) => (edge.to === 'visit' ? { ...edge, to: 'report' } : edge)),
});

it('runs a made-up ticket to its end and says which way decided on what', async () => {
  const { simulation } = await simulateTicketType(manager, { draftId, startAt, steps: [...visited] });
  expect(simulation.problem).toBeNull();
  expect(simulation.state.status).toBe('completed');
  const [first] = simulation.frames;
  expect(first?.trace).toContainEqual(expect.objectContaining({ edgeId: 'abroad_to_visit', why: 'default_taken' }));
  expect(first?.trace.find(({ edgeId }) => edgeId === 'abroad_to_visit')?.because).toMatchObject([
    { field: 'contact_phone', actual: '+8613800138000' },
  ]);
});

it('writes nothing', async () => {
  const sums = async () => {
    const tables = await sql<{ name: string }>`
      SELECT table_name AS name FROM information_schema.tables WHERE table_schema = DATABASE()`.execute(test.database);
    return (
      await sql`CHECKSUM TABLE ${sql.join(tables.rows.map(({ name }) => sql.table(name)))}`.execute(test.database)
    ).rows;
  };
  const before = await sums();
  await simulateTicketType(manager, { draftId, startAt, steps: [...visited] });
  expect(await sums()).toEqual(before);
});

it('asks the form what it asks on a ticket, and what happened before stays', async () => {
  const { simulation } = await simulateTicketType(manager, {
    draftId,
    startAt,
    steps: [{ act: 'create', answers: { note: 'no phone' } }],
  });
  expect(simulation.problem).toMatchObject({
    step: 0,
    issues: [{ path: ['answers', 'contact_phone'], code: 'required' }],
  });
  const late = await simulateTicketType(manager, {
    draftId,
    startAt,
    steps: [create, { act: 'submit', nodeId: 'report' }],
  });
  expect(late.simulation.problem).toMatchObject({ step: 1, issues: [{ path: ['nodeId'], code: 'not_there' }] });
  expect(openStepsOf(late)).toMatchObject([{ token: { nodeId: 'visit' }, acts: ['submit', 'roll_back', 'reassign'] }]);
});

it('lets clocks and time limits do at their times what they do, in order', async () => {
  const limited: TicketTypeDefinition = {
    ...definition,
    flow: {
      ...definition.flow,
      nodes: definition.flow.nodes.map((node) =>
        node.id === 'visit' && node.kind === 'handle'
          ? { ...node, timeLimit: { seconds: 90 * 60, clock: 'elapsed', then: 'notify_manager' } }
          : node,
      ),
    },
    sla: {
      policies: definition.sla.policies.map((policy) => ({
        ...policy,
        reminders: [{ key: 'soon', clock: 'step', at: { percent: 50 }, to: ['handler'] }],
      })),
    },
  };
  const { simulation } = await simulateTicketType(manager, {
    definition: limited,
    startAt,
    steps: [create, { act: 'wait', seconds: 3 * HOUR }],
  });
  expect(simulation.frames.slice(1).map(({ kind, at }) => [kind, (at.getTime() - startAt.getTime()) / 60_000])).toEqual(
    [
      ['reminder', 30],
      ['breach', 60],
      ['timer_fired', 90],
      ['breach', 120],
    ],
  );
  expect(simulation.now).toEqual(new Date(startAt.getTime() + 3 * HOUR * 1000));
  const next = await simulateTicketType(manager, { definition: limited, startAt, steps: [create, { act: 'wait' }] });
  expect(next.simulation.frames.map(({ kind }) => kind)).toEqual(['create', 'reminder']);
});

it('cancels a made-up ticket and changes its urgency, as on a real one', async () => {
  const { simulation } = await simulateTicketType(manager, {
    draftId,
    startAt,
    steps: [create, { act: 'change_urgency', urgency: 'urgent' }, { act: 'cancel', reason: 'called off' }],
  });
  expect(simulation.problem).toBeNull();
  expect(simulation.state).toMatchObject({ urgency: 'urgent', status: 'cancelled', tokens: [] });
  expect(simulation.frames.map(({ kind }) => kind)).toEqual(['create', 'change_urgency', 'cancel']);
  const after = await simulateTicketType(manager, {
    draftId,
    startAt,
    steps: [create, { act: 'cancel', reason: 'called off' }, { act: 'change_urgency', urgency: 'urgent' }],
  });
  expect(after.simulation.problem).toMatchObject({ step: 2 });
});

it('is for those who manage ticket types, and names the faults of a definition', async () => {
  const stranger = await desk.hire({ 'ticket.read': 'all' });
  await expect(simulateTicketType(stranger, { draftId, steps: [create] })).rejects.toMatchObject({
    code: 'not_permitted',
  });
  await expect(
    simulateTicketType(manager, { definition: { ...definition, form: 1 }, steps: [create] }),
  ).rejects.toMatchObject({
    issues: expect.arrayContaining([expect.objectContaining({ path: ['definition', 'form'] })]) as unknown,
  });
});

it('keeps a run as a test, which a later draft fails where it goes another way', async () => {
  await saveTicketTypeTest(manager, { draftId, name: 'A visit at home', startAt, steps: [...visited] });
  const [kept] = await loadTests(manager, definition.key);
  if (!kept) throw new Error('the test was not kept');
  expect(await runTest(manager, definition, kept)).toMatchObject({ hasPassed: true });
  await change({ flow: shorter() });
  expect(await runTest(manager, { ...definition, flow: shorter() }, kept)).toMatchObject({
    hasPassed: false,
    atNodeId: 'abroad',
    expectedNodeId: 'visit',
    enteredNodeId: 'report',
  });
  const { revision } = await test.database.selectFrom('ticketTypeDraft').selectAll().executeTakeFirstOrThrow();
  await expect(publishTicketTypeDraft(manager, { draftId, expectedRevision: revision })).rejects.toMatchObject({
    issues: [{ code: 'tests_fail', message: { en: expect.stringContaining('A visit at home') as string } }],
  });
  await acceptTicketTypeTest(manager, { ticketTypeTestId: kept.id, draftId });
  const [accepted] = await loadTests(manager, definition.key);
  expect(accepted && (await runTest(manager, { ...definition, flow: shorter() }, accepted)).hasPassed).toBe(true);
  await change({});
});

it('replays past tickets through a draft and says where they would part', async () => {
  const agent = await desk.hire({ 'ticket.create': 'all', 'ticket.read': 'all' });
  const ticketId = await createTicket(agent, {
    typeId: desk.typeId,
    title: 'Leak',
    answers: { contact_phone: '13800138000' },
  });
  for (let step = 0; step < 2; step += 1) {
    const { tokens } = (await test.database.selectFrom('ticket').selectAll().executeTakeFirstOrThrow()).flowState as {
      tokens: { id: string; acceptedAt: string | null }[];
    };
    const stepId = tokens[0]?.id ?? '';
    if (!tokens[0]?.acceptedAt) await acceptStep(agent, { ticketId, stepId });
    await submitStep(agent, { ticketId, stepId, answers: {} });
  }
  const of = (next: Partial<TicketTypeDefinition>) =>
    backtest(manager, { typeId: desk.typeId, definition: { ...definition, ...next } }, { first: 10, after: null });
  expect((await of({})).results).toMatchObject([{ ticket: { id: ticketId }, outcome: 'same_way', atNodeId: null }]);
  expect((await of({ flow: shorter() })).results).toMatchObject([
    { outcome: 'other_way', atNodeId: 'abroad', wasNodeId: 'visit', nowNodeId: 'report' },
  ]);
  const [section] = definition.form.sections;
  const strict = section?.fields.map((field) => (field.key === 'note' ? { ...field, required: true } : field)) ?? [];
  const form = {
    ...definition.form,
    sections: section ? [{ ...section, fields: strict }] : [],
  };
  expect((await of({ form })).results).toMatchObject([{ outcome: 'refused', atNodeId: 'start', field: 'note' }]);
  expect(await of({})).toMatchObject({ endCursor: null });

  const events = (await loadPastEvents(manager, [ticketId])).get(ticketId) ?? [];
  const steps = stepsOf(retrace(definition, events));
  expect(steps.map(({ act }) => act).filter((act) => act !== 'wait')).toEqual(['create', 'submit', 'submit']);
  const { simulation } = await simulateTicketType(manager, { draftId, startAt, steps });
  expect(simulation.state.status).toBe('completed');

  const outsider = await desk.hire({ 'ticket_type.manage': 'all', 'ticket.read': 'self' });
  const seen = await backtest(outsider, { typeId: desk.typeId, definition }, { first: 10, after: null });
  expect(seen.results).toEqual([]);
});
