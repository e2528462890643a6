import { createTestDatabase, type TestDatabase } from '@handoff/prisma/testing/create-test-database';
import { graphql } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { schema } from '../../graphql/schema.ts';
import { toGlobalId } from '../../graphql/global-id.ts';
import type { Context } from '../../platform/context.ts';
import { createTicket } from '../create-ticket.ts';
import { submitStep } from '../step/submit-step.ts';
import { createServiceDesk, type ServiceDesk } from '../testing/service-desk.ts';

const answers = {
  contact_phone: '+8613805715678',
  contact_email: 'fang@example.com',
  id_number: '11010519491231002X',
  note: 'Second floor',
};
const masked = {
  contact_phone: '138 **** 5678',
  contact_email: 'f***@example.com',
  id_number: '1101**********002X',
  note: 'Second floor',
};
const mine = { 'ticket.read': 'all', 'customer.read': 'all' } as const;

let test: TestDatabase;
let desk: ServiceDesk;
beforeAll(async () => {
  test = await createTestDatabase();
  desk = await createServiceDesk(test.database);
});
afterAll(() => test.drop());

const ask = async (context: Context, source: string): Promise<Record<string, never>> => {
  const { data, errors } = await graphql({ schema, source, contextValue: { ...context, memo: new Map() } });
  expect(errors).toBeUndefined();
  return data as Record<string, never>;
};

interface Shown {
  answers: Record<string, unknown>;
  contactPhone: string;
  history: { changes: { field: string; from: unknown; to: unknown }[]; trace: unknown }[];
}
async function look(context: Context, ticketId: string): Promise<Shown> {
  const { node } = await ask(
    context,
    `{ node(id: "${toGlobalId('Ticket', ticketId)}") { ... on Ticket { answers contactPhone history { changes { field from to } trace } } } }`,
  );
  return node as unknown as Shown;
}

const stored = async (ticketId: string) => {
  const row = await test.database.selectFrom('ticket').select('answers').where('id', '=', ticketId).executeTakeFirst();
  return row?.answers as Record<string, unknown>;
};
const firstStep = async (ticketId: string) => {
  const steps = test.database.selectFrom('ticketStep').select('tokenId').where('ticketId', '=', ticketId);
  return (await steps.where('isActive', '=', true).executeTakeFirstOrThrow()).tokenId;
};
const make = (context: Context, customerId: string | null) =>
  createTicket(context, {
    typeId: desk.typeId,
    title: 'Visit',
    customerId,
    contactPhone: '13805715678',
    answers,
  });

describe('contact details in a designed form', () => {
  it('are covered in answers, contact, changes and trace for those who may not see them', async () => {
    const agent = await desk.hire(mine);
    const ticketId = await make(agent, await desk.writeCustomer());
    const changed = { ...masked, contact_phone: '13905715679' };
    await submitStep(agent, { ticketId, stepId: await firstStep(ticketId), answers: changed });

    const shown = await look(agent, ticketId);
    expect(shown.answers).toEqual({ ...masked, contact_phone: '139 **** 5679' });
    expect(shown.contactPhone).toBe('138 **** 5678');
    expect(shown.history.flatMap(({ changes }) => changes)).toContainEqual({
      field: 'answers.contact_phone',
      from: '138 **** 5678',
      to: '139 **** 5679',
    });
    expect(JSON.stringify(shown)).toContain('"actual":"138 **** 5678"');
    expect(JSON.stringify(shown)).not.toMatch(/13\d057156\d\d|fang@|19491231/);
  });

  it('are shown in full to those whose right reaches the customer, and to no others', async () => {
    const owner = await desk.hire({ ...mine, 'customer.reveal': 'self' });
    const other = await desk.hire({ ...mine, 'customer.reveal': 'self' });
    const overseer = await desk.hire({ ...mine, 'customer.reveal': 'all' });
    const ticketId = await make(owner, await desk.writeCustomer(owner.actor.agentId));
    expect((await look(owner, ticketId)).answers).toEqual(answers);
    expect((await look(overseer, ticketId)).answers).toEqual(answers);
    expect((await look(other, ticketId)).answers).toEqual(masked);
    const stray = await make(owner, null);
    expect((await look(owner, stray)).answers).toEqual(masked);
  });

  it('stay as they are stored when a form sends back what it was shown', async () => {
    const agent = await desk.hire(mine);
    const ticketId = await make(agent, await desk.writeCustomer());
    const sent = { ...masked, note: 'Third floor' };
    await submitStep(agent, { ticketId, stepId: await firstStep(ticketId), answers: sent });
    expect(await stored(ticketId)).toEqual({ ...answers, note: 'Third floor' });
  });

  it('cannot be overwritten by asterisks', async () => {
    const agent = await desk.hire(mine);
    const ticketId = await make(agent, await desk.writeCustomer());
    const stepId = await firstStep(ticketId);
    for (const wrong of [
      { contact_phone: '139 **** 5678' },
      { contact_email: 'x***@example.com' },
      { id_number: '1101**********0021' },
    ]) {
      await expect(submitStep(agent, { ticketId, stepId, answers: wrong })).rejects.toMatchObject({
        issues: [{ code: 'masked_value', path: ['answers', Object.keys(wrong)[0]] }],
      });
    }
    expect(await stored(ticketId)).toEqual(answers);
    await expect(
      createTicket(agent, { typeId: desk.typeId, title: 'Copy', contactPhone: '138 **** 5678', answers }),
    ).rejects.toMatchObject({ issues: [{ path: ['contactPhone'] }] });
  });

  it('are found whole by everybody, in parts only by those who may see them', async () => {
    const agent = await desk.hire(mine);
    const overseer = await desk.hire({ ...mine, 'customer.reveal': 'all' });
    const found = async (context: Context, filter: string) => {
      const { tickets } = await ask(context, `{ tickets(filter: { fields: [${filter}] }) { totalCount { value } } }`);
      return (tickets as unknown as { totalCount: { value: number } }).totalCount.value;
    };
    const all = await found(agent, '{ key: "contact_phone", eq: "+8613805715678" }');
    expect(all).toBeGreaterThan(0);
    expect(await found(agent, '{ key: "contact_phone", contains: "0571" }')).toBe(0);
    expect(await found(agent, '{ key: "contact_email", contains: "fang" }')).toBe(0);
    expect(await found(agent, '{ key: "note", contains: "floor" }')).toBeGreaterThan(0);
    expect(await found(overseer, '{ key: "contact_phone", contains: "138057156" }')).toBe(all);
  });
});
