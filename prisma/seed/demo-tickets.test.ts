import { execute, parse } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase, type Database } from '@handoff/prisma';
import { createTestDatabase } from '@handoff/prisma/testing/create-test-database';
import { foldEvents } from '@handoff/core/flow/fold-events';
import type { FlowEvent } from '@handoff/core/flow/flow-event';
import { schema } from '@handoff/core/graphql/schema';
import { systemActor } from '@handoff/core/identity/actor';
import { loadActor } from '@handoff/core/identity/load-actor';
import type { Context } from '@handoff/core/platform/context';
import { ConflictError } from '@handoff/core/platform/errors';
import { newId } from '@handoff/core/platform/id';
import { loadClocks } from '@handoff/core/sla/clock/clock-store';
import { ledgerSegments } from '@handoff/core/sla/clock/ledger-segments';
import { loadCalendar } from '@handoff/core/calendar/load-calendar';
import { loadVersion } from '@handoff/core/ticket-type/load-version';
import { publishTicketType } from '@handoff/core/ticket-type/publish-ticket-type';
import { acceptStep } from '@handoff/core/ticket/step/accept-step';
import { createTicket } from '@handoff/core/ticket/create-ticket';
import { fireTimers } from '@handoff/core/ticket/timer/fire-timers';
import { loadVisibleTickets } from '@handoff/core/ticket/ticket-access';
import { submitStep } from '@handoff/core/ticket/step/submit-step';
import type { FlowState } from '@handoff/core/flow/flow-state';
import { writeProducts } from './catalogue.ts';
import { seededRandom } from './random.ts';
import { writeCalendars } from './write-calendars.ts';
import { writeCustomers, type SeededCustomer } from './write-customers.ts';
import { writeOrganisation } from './write-organisation.ts';
import { writeTickets } from './write-tickets.ts';

import complaint from './ticket-types/complaint.json' with { type: 'json' };
import repair from './ticket-types/repair.json' with { type: 'json' };
import salesOrder from './ticket-types/sales-order.json' with { type: 'json' };

let db: Database;
let drop: () => Promise<void>;
let agentIds: Map<string, string>;
let customers: SeededCustomer[];
const typeIds = new Map<string, string>();

const systemAt = (now: () => Date = () => new Date()): Context => ({
  db,
  pool: db,
  actor: systemActor,
  locale: 'en',
  now,
  memo: new Map(),
});

async function as(login: string, now?: () => Date): Promise<Context> {
  const actor = await loadActor(db, agentIds.get(login) ?? '');
  if (!actor) throw new Error(`no agent ${login}`);
  return { ...systemAt(now), actor };
}

beforeAll(async () => {
  const test = await createTestDatabase();
  db = openDatabase(test.url, { connections: 12 });
  drop = test.drop;
  const context = systemAt();
  const at = context.now();
  await db
    .insertInto('company')
    .values({
      id: newId(),
      name: 'Test',
      shortName: 'Test',
      zone: 'Asia/Shanghai',
      locale: 'en',
      createdAt: at,
      updatedAt: at,
    })
    .execute();
  ({ agentIds } = await writeOrganisation(context));
  await writeCalendars(context);
  const products = await writeProducts(context);
  customers = await writeCustomers(context, seededRandom(1), 60, [agentIds.get('song.jia') ?? '']);
  for (const definition of [repair, complaint, salesOrder]) {
    typeIds.set(definition.key, await publishTicketType(context, { definition }));
  }
  await writeTickets({ context, customers, products, agentIds, typeIds }, 40);
}, 120_000);

afterAll(async () => {
  await db.destroy();
  await drop();
});

const answers = {
  contact_phone: '138 0571 5678',
  appliance_kind: 'refrigerator',
  warranty: 'no',
  symptoms: ['noise'],
  fault_description: 'It hums and does not cool.',
};

const newRepair = async (login: string, now?: () => Date): Promise<string> =>
  createTicket(await as(login, now), {
    typeId: typeIds.get('repair') ?? '',
    title: 'Fridge not cooling',
    customerId: customers.find((customer) => customer.ownerId === null)?.id ?? null,
    answers,
  });

const stateOf = async (ticketId: string): Promise<FlowState> => {
  const row = await db.selectFrom('ticket').select('flowState').where('id', '=', ticketId).executeTakeFirstOrThrow();
  return row.flowState as FlowState;
};

const currentStep = async (ticketId: string): Promise<string> => (await stateOf(ticketId)).tokens[0]?.id ?? '';

/** A repair that waits for a technician to claim it. */
async function offeredRepair(now?: () => Date): Promise<string> {
  const ticketId = await newRepair('li.na', now);
  await submitStep(await as('li.na', now), { ticketId, stepId: await currentStep(ticketId), answers: {} });
  return ticketId;
}

describe('the demo company', () => {
  it('has tickets whose events, folded, give their rows again', async () => {
    const tickets = await db.selectFrom('ticket').selectAll().where('status', '!=', 'draft').execute();
    expect(tickets.length).toBeGreaterThan(30);
    for (const ticket of tickets) {
      const events = await db
        .selectFrom('ticketEvent')
        .select(['sequence', 'input'])
        .where('ticketId', '=', ticket.id)
        .orderBy('sequence')
        .execute();
      expect(events.map((event) => event.sequence)).toEqual(events.map((_, index) => index + 1));
      const { definition } = await loadVersion(systemAt(), ticket.versionId);
      const inputs = events.flatMap((event) => (event.input ? [event.input as FlowEvent] : []));
      expect(foldEvents(definition, inputs)).toEqual({ ok: true, state: ticket.flowState });
    }
  });

  it('keeps ledgers in which every second of a ticket belongs to a reason', async () => {
    const tickets = await db.selectFrom('ticket').selectAll().where('status', '!=', 'draft').execute();
    const calendar = await loadCalendar(systemAt(), 'company');
    const now = new Date();
    for (const ticket of tickets) {
      for (const clock of await loadClocks(systemAt(), [ticket.id])) {
        const segments = ledgerSegments(clock.entries, calendar.definition, ticket.createdAt, now);
        const sum = segments.reduce((total, { from, to }) => total + (to.getTime() - from.getTime()), 0);
        expect(sum).toBe(now.getTime() - ticket.createdAt.getTime());
      }
    }
  });
});

describe('a repair', () => {
  it('goes to the one technician who claims it first; the other is told who has it', async () => {
    const ticketId = await offeredRepair();
    const stepId = await currentStep(ticketId);
    const contexts = await Promise.all(['liu.yang', 'guo.tao'].map((login) => as(login)));
    const results = await Promise.allSettled(contexts.map((context) => acceptStep(context, { ticketId, stepId })));
    const winners = results.filter((result) => result.status === 'fulfilled');
    const losers = results.filter((result) => result.status === 'rejected');
    expect(winners).toHaveLength(1);
    expect(losers).toHaveLength(1);
    const refusal = losers[0]?.reason as ConflictError;
    expect(refusal).toBeInstanceOf(ConflictError);
    expect(refusal.code).toBe('already_claimed');
    expect(refusal.text.en).toMatch(/Liu Yang|Guo Tao/);
    const rows = await db
      .selectFrom('ticketEvent')
      .select('id')
      .where('ticketId', '=', ticketId)
      .where('kind', '=', 'accepted')
      .execute();
    expect(rows).toHaveLength(1);
  });

  it('is seen by its people and their managers, and by nobody of another department', async () => {
    const ticketId = await offeredRepair();
    const { number } = await db
      .selectFrom('ticket')
      .select('number')
      .where('id', '=', ticketId)
      .executeTakeFirstOrThrow();
    const sees = async (login: string) => (await loadVisibleTickets(await as(login), [ticketId]))[0] !== null;
    expect(await sees('li.na')).toBe(true);
    expect(await sees('sun.li')).toBe(true);
    expect(await sees('zhou.min')).toBe(true);
    expect(await sees('liu.yang')).toBe(true);
    expect(await sees('song.jia')).toBe(false);
    expect(await sees('emily.chen')).toBe(false);
    const document = parse(`query($number: String!, $search: String!, $id: ID!) {
      ticket(number: $number) { id }
      node(id: $id) { id }
      tickets(filter: { search: $search }) { totalCount { value } edges { node { id } } }
    }`);
    const variableValues = {
      number,
      search: number,
      id: Buffer.from(`Ticket:${ticketId}`).toString('base64'),
    };
    const mine = await execute({ schema, document, variableValues, contextValue: await as('li.na') });
    expect(mine.data?.ticket).not.toBeNull();
    expect(mine.data?.tickets).toMatchObject({ totalCount: { value: 1 } });
    const other = await execute({ schema, document, variableValues, contextValue: await as('song.jia') });
    expect(other).toEqual({ data: { ticket: null, node: null, tickets: { totalCount: { value: 0 }, edges: [] } } });
  });

  it('is reminded of, breached and escalated once each, whoever asks and however often', async () => {
    const monday = new Date('2026-11-16T02:00:00Z');
    const ticketId = await offeredRepair(() => monday);
    const muchLater = new Date('2026-11-20T10:00:00Z');
    await Promise.all(
      Array.from({ length: 3 }, () =>
        fireTimers(
          systemAt(() => muchLater),
          ticketId,
        ),
      ),
    );
    const entries = await db
      .selectFrom('slaEntry')
      .select(['clockId', 'kind', 'detail'])
      .where('ticketId', '=', ticketId)
      .execute();
    const told = entries.map((entry) => `${entry.clockId}:${entry.kind}:${JSON.stringify(entry.detail)}`);
    expect(new Set(told).size).toBe(told.length);
    expect(entries.filter((entry) => entry.kind === 'breached').length).toBeGreaterThanOrEqual(2);
    const notified = await db
      .selectFrom('outbox')
      .select(['key', 'payload'])
      .where('kind', '=', 'notification')
      .where('key', 'like', `%:breach:%`)
      .execute();
    expect(new Set(notified.map((row) => row.key)).size).toBe(notified.length);
    const history = await db
      .selectFrom('ticketEvent')
      .select('sequence')
      .where('ticketId', '=', ticketId)
      .orderBy('sequence')
      .execute();
    expect(history.map((event) => event.sequence)).toEqual(history.map((_, index) => index + 1));
  });

  it('is made once, however often the same request comes with one idempotency key', async () => {
    const document = parse(`mutation($input: CreateTicketInput!) {
      createTicket(input: $input) { __typename ... on CreateTicketSuccess { ticket { number } } ... on Error { code } }
    }`);
    const typeId = Buffer.from(`TicketType:${typeIds.get('repair')}`).toString('base64');
    const send = async (title: string) =>
      execute({
        schema,
        document,
        contextValue: await as('li.na'),
        variableValues: { input: { typeId, title, answers, clientMutationId: 'the-same-key' } },
      });
    const results = await Promise.all([send('Once only'), send('Once only'), send('Once only')]);
    expect(new Set(results.map((result) => JSON.stringify(result))).size).toBe(1);
    const rows = await db.selectFrom('ticket').select('id').where('title', '=', 'Once only').execute();
    expect(rows).toHaveLength(1);
    const reused = await send('Something else');
    expect(reused.data?.createTicket).toEqual({ __typename: 'ConflictError', code: 'idempotency_key_reused' });
  });

  it('names every faulty answer and changes nothing', async () => {
    const ticketId = await newRepair('li.na');
    const before = await stateOf(ticketId);
    const submitting = submitStep(await as('li.na'), {
      ticketId,
      stepId: await currentStep(ticketId),
      answers: { warranty: 'perhaps', symptoms: [], unknown_field: 1 },
    });
    await expect(submitting).rejects.toMatchObject({ code: 'invalid_input' });
    const paths = await submitting.catch((error: { issues: { path: string[] }[] }) =>
      error.issues.map(({ path }) => path.join('.')),
    );
    expect(paths).toEqual(expect.arrayContaining(['answers.warranty', 'answers.symptoms', 'answers.unknown_field']));
    expect(await stateOf(ticketId)).toEqual(before);
  });
});
