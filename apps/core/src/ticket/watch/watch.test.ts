import { createTestDatabase, type TestDatabase } from '@handoff/prisma/testing/create-test-database';
import { graphql } from 'graphql';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { schema } from '../../graphql/schema.ts';
import { toGlobalId } from '../../graphql/global-id.ts';
import { setPreference } from '../../identity/set-preference.ts';
import type { Context } from '../../platform/context.ts';
import { commentTicket } from '../comment-ticket.ts';
import { createTicket } from '../create-ticket.ts';
import { suspendStep } from '../step/suspend-step.ts';
import { submitStep } from '../step/submit-step.ts';
import { createServiceDesk, type ServiceDesk } from '../testing/service-desk.ts';
import { unwatchTicket, watchTicket } from './watch-ticket.ts';

const answers = { contact_phone: '+8613805715678' };

type Person = Awaited<ReturnType<ServiceDesk['hire']>>;
let test: TestDatabase;
let desk: ServiceDesk;
let agent: Person;
let watcher: Person;
let blind: Person;
let ticketId: string;
beforeAll(async () => {
  test = await createTestDatabase();
  desk = await createServiceDesk(test.database);
});
afterAll(() => test.drop());
beforeEach(async () => {
  agent = await desk.hire({ 'ticket.read': 'self' });
  watcher = await desk.hire({ 'ticket.read': 'all' });
  blind = await desk.hire({ 'ticket.read': 'self' });
  ticketId = await createTicket(agent, { typeId: desk.typeId, title: 'Visit', answers });
});

const told = async (who: Person): Promise<string[]> => {
  const rows = await test.database
    .selectFrom('outbox')
    .select('payload')
    .where('kind', '=', 'notification')
    .orderBy('id')
    .execute();
  return rows
    .map(({ payload }) => payload as { kind: string; subjectId: string; agentIds: string[] })
    .filter(({ subjectId, agentIds }) => subjectId === ticketId && agentIds.includes(who.actor.agentId))
    .map(({ kind }) => kind);
};
const stepId = async () => {
  const step = await test.database
    .selectFrom('ticketStep')
    .select('tokenId')
    .where('ticketId', '=', ticketId)
    .where('isActive', '=', true)
    .executeTakeFirstOrThrow();
  return step.tokenId;
};
const fresh = (who: Person): Context => ({ ...who, memo: new Map() });

it('hears of notes and progress, but not of what one does oneself', async () => {
  await watchTicket(fresh(watcher), { ticketId });
  await watchTicket(fresh(watcher), { ticketId });
  await commentTicket(fresh(agent), { ticketId, body: 'Called' });
  await commentTicket(fresh(watcher), { ticketId, body: 'Thanks' });
  await submitStep(fresh(agent), { ticketId, stepId: await stepId(), answers });
  expect(await told(watcher)).toEqual(['ticket.watched_comment', 'ticket.watched_progress']);
  await unwatchTicket(fresh(watcher), { ticketId });
  await commentTicket(fresh(agent), { ticketId, body: 'Called again' });
  expect(await told(watcher)).toHaveLength(2);
});

it('hears only what one chose to hear', async () => {
  await watchTicket(fresh(watcher), { ticketId });
  await setPreference(fresh(watcher), { key: 'watching', setting: { comments: false, progress: true } });
  await commentTicket(fresh(agent), { ticketId, body: 'Called' });
  await submitStep(fresh(agent), { ticketId, stepId: await stepId(), answers });
  expect(await told(watcher)).toEqual(['ticket.watched_progress']);
});

it('is for whoever may see the ticket, and only as long', async () => {
  await expect(watchTicket(fresh(blind), { ticketId })).rejects.toMatchObject({ code: 'not_found' });
  await watchTicket(fresh(watcher), { ticketId });
  await test.database.deleteFrom('agentRole').where('agentId', '=', watcher.actor.agentId).execute();
  await commentTicket(fresh(agent), { ticketId, body: 'Called' });
  expect(await told(watcher)).toEqual([]);
});

it('begins with a mention, which reaches only those who may see the ticket', async () => {
  const mention = { ticketId, body: '@Li Na look', mentionIds: [watcher.actor.agentId] };
  await commentTicket(fresh(agent), mention);
  // Mentioned, so not told once more as a watcher.
  expect(await told(watcher)).toEqual(['ticket.mentioned']);
  await expect(
    commentTicket(fresh(agent), { ...mention, mentionIds: [watcher.actor.agentId, blind.actor.agentId] }),
  ).rejects.toMatchObject({ issues: [{ path: ['mentionIds'], code: 'cannot_see_ticket' }] });
  expect(await told(blind)).toEqual([]);
  await commentTicket(fresh(agent), { ticketId, body: 'More' });
  expect(await told(watcher)).toEqual(['ticket.mentioned', 'ticket.watched_comment']);
});

it('offers for a mention first those who may see the ticket, and marks the others', async () => {
  const { data, errors } = await graphql({
    schema,
    source: `query ($id: ID!) { node(id: $id) { ... on Ticket {
      isWatching watchers { id } mentionChoices(search: "li na") { maySee agent { id } }
    } } }`,
    variableValues: { id: toGlobalId('Ticket', ticketId) },
    contextValue: fresh(agent),
  });
  expect(errors).toBeUndefined();
  const { node } = data as { node: { mentionChoices: { maySee: boolean; agent: { id: string } }[] } };
  const choices = node.mentionChoices;
  expect(choices.map(({ maySee }) => maySee)).toEqual(choices.map(({ maySee }) => maySee).toSorted((a, b) => +b - +a));
  expect(choices.length).toBeLessThanOrEqual(8);
  expect(choices.map(({ agent }) => agent.id)).not.toContain(toGlobalId('Agent', agent.actor.agentId));
});

it('leaves a ticket that nobody watches as quiet as before', async () => {
  await expect(suspendStep(fresh(agent), { ticketId, stepId: await stepId(), reason: 'x' })).rejects.toBeDefined();
  await submitStep(fresh(agent), { ticketId, stepId: await stepId(), answers });
  expect(await told(watcher)).toEqual([]);
});
