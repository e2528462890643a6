import { createTestDatabase, type TestDatabase } from '@handoff/prisma/testing/create-test-database';
import { graphql } from 'graphql';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { schema } from '../../graphql/schema.ts';
import { toGlobalId } from '../../graphql/global-id.ts';
import type { Context } from '../../platform/context.ts';
import { createTicket } from '../create-ticket.ts';
import { submitStep } from '../step/submit-step.ts';
import { createServiceDesk, type ServiceDesk } from '../testing/service-desk.ts';
import { discardWorkDraft } from './discard-work-draft.ts';
import { saveWorkDraft } from './save-work-draft.ts';

const answers = { contact_phone: '+8613805715678' };

let test: TestDatabase;
let desk: ServiceDesk;
let agent: Awaited<ReturnType<ServiceDesk['hire']>>;
let ticketId: string;
let stepId: string;
beforeAll(async () => {
  test = await createTestDatabase();
  desk = await createServiceDesk(test.database);
});
afterAll(() => test.drop());
beforeEach(async () => {
  agent = await desk.hire({ 'ticket.read': 'self' });
  ticketId = await createTicket(agent, { typeId: desk.typeId, title: 'Visit', answers });
  const steps = test.database.selectFrom('ticketStep').select('tokenId').where('ticketId', '=', ticketId);
  stepId = (await steps.where('isActive', '=', true).executeTakeFirstOrThrow()).tokenId;
});

async function draftsSeenBy(context: Context): Promise<unknown> {
  const { data } = await graphql({
    schema,
    source: `{ node(id: "${toGlobalId('Ticket', ticketId)}") { ... on Ticket { workDrafts { stepId content } } } }`,
    contextValue: { ...context, memo: new Map() },
  });
  return (data as { node: { workDrafts: unknown } | null }).node?.workDrafts;
}

describe('a draft of work', () => {
  it('is kept a step and a composer each, the last save standing, for nobody but its author', async () => {
    await saveWorkDraft(agent, { ticketId, stepId, content: { note: 'First' } });
    await saveWorkDraft(agent, { ticketId, stepId, content: { note: 'Second' } });
    await saveWorkDraft(agent, { ticketId, content: { body: 'Ask Chen Yu' } });
    expect(await draftsSeenBy(agent)).toEqual([
      { stepId: null, content: { body: 'Ask Chen Yu' } },
      { stepId, content: { note: 'Second' } },
    ]);
    const colleague = await desk.hire({ 'ticket.read': 'all' });
    expect(await draftsSeenBy(colleague)).toEqual([]);
    await discardWorkDraft(colleague, { ticketId });
    await discardWorkDraft(agent, { ticketId });
    expect(await draftsSeenBy(agent)).toEqual([{ stepId, content: { note: 'Second' } }]);
  });

  it('goes when its step is submitted, and a late save does not bring it back', async () => {
    await saveWorkDraft(agent, { ticketId, stepId, content: { note: 'Nearly' } });
    await submitStep(agent, { ticketId, stepId, answers: { note: 'Done' } });
    expect(await draftsSeenBy(agent)).toEqual([]);
    await expect(saveWorkDraft(agent, { ticketId, stepId, content: { note: 'Late' } })).rejects.toMatchObject({
      code: 'step_over',
    });
    expect(await draftsSeenBy(agent)).toEqual([]);
  });

  it('stays when the submit is refused', async () => {
    await saveWorkDraft(agent, { ticketId, stepId, content: { contact_phone: '1' } });
    await expect(submitStep(agent, { ticketId, stepId, answers: { contact_phone: '1' } })).rejects.toThrow();
    expect(await draftsSeenBy(agent)).toEqual([{ stepId, content: { contact_phone: '1' } }]);
  });

  it('is bounded, and outside the data scope there is nothing to keep one for', async () => {
    const long = { note: 'x'.repeat(70_000) };
    await expect(saveWorkDraft(agent, { ticketId, stepId, content: long })).rejects.toMatchObject({
      issues: [{ path: ['content'] }],
    });
    const stranger = await desk.hire({ 'ticket.read': 'self' });
    await expect(saveWorkDraft(stranger, { ticketId, content: { body: 'x' } })).rejects.toMatchObject({
      code: 'not_found',
    });
  });

  it('goes after ninety days without a save', async () => {
    await saveWorkDraft(agent, { ticketId, stepId, content: { note: 'Old' } });
    const later = new Date(Date.now() + 91 * 24 * 60 * 60 * 1000);
    await saveWorkDraft({ ...agent, now: () => later }, { ticketId, content: { body: 'New' } });
    expect(await draftsSeenBy(agent)).toEqual([{ stepId: null, content: { body: 'New' } }]);
  });
});
