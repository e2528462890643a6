import { createTestDatabase, type TestDatabase } from '@handoff/prisma/testing/create-test-database';
import { graphql } from 'graphql';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { schema } from '../../graphql/schema.ts';
import { toGlobalId } from '../../graphql/global-id.ts';
import type { Context } from '../../platform/context.ts';
import { loadVersion } from '../../ticket-type/load-version.ts';
import { publishTicketType } from '../../ticket-type/publish-ticket-type.ts';
import { createTicket } from '../create-ticket.ts';
import { createServiceDesk, type ServiceDesk } from '../testing/service-desk.ts';
import { linkTickets } from './link-tickets.ts';
import { CHOSEN_RELATIONS, relationOf, seenFromOther, toStored } from './link-relations.ts';
import { unlinkTickets } from './unlink-tickets.ts';

let test: TestDatabase;
let desk: ServiceDesk;
let agent: Awaited<ReturnType<ServiceDesk['hire']>>;
let typeId: string;
let one: string;
let other: string;

const create = (who: Context, type = typeId) =>
  createTicket(who, { typeId: type, title: 'Visit', answers: { contact_phone: '+8613805715678' } });
const kinds = async (ticketId: string) => {
  const rows = await test.database
    .selectFrom('ticketEvent')
    .select('kind')
    .where('ticketId', '=', ticketId)
    .orderBy('sequence')
    .execute();
  return rows.map(({ kind }) => kind);
};
const shown = async (who: Context, ticketId: string) => {
  const { data, errors } = await graphql({
    schema,
    source: `query ($id: ID!) { node(id: $id) { ... on Ticket {
      mayLink links { relation mayUnlink ticket { id } } history { kind otherTicket { id } }
    } } }`,
    variableValues: { id: toGlobalId('Ticket', ticketId) },
    contextValue: { ...who, memo: new Map() },
  });
  expect(errors).toBeUndefined();
  return (data as { node: { mayLink: boolean; links: { relation: string; ticket: { id: string } }[] } | null }).node;
};
const linkIdOf = async () => {
  const row = await test.database
    .selectFrom('ticketLink')
    .select('id')
    .where((eb) => eb.or([eb('ticketId', '=', one), eb('otherId', '=', one)]))
    .executeTakeFirstOrThrow();
  return row.id;
};

beforeAll(async () => {
  test = await createTestDatabase();
  desk = await createServiceDesk(test.database);
  const { currentVersionId } = await test.database
    .selectFrom('ticketType')
    .select('currentVersionId')
    .where('id', '=', desk.typeId)
    .executeTakeFirstOrThrow();
  const { definition } = await loadVersion(desk.system, currentVersionId ?? '');
  typeId = await publishTicketType(desk.system, {
    definition: {
      ...definition,
      key: 'linkable',
      prefix: 'L',
      permissions: { ...definition.permissions, link: { groups: [], roles: ['desk'] } },
    },
  });
});
afterAll(() => test.drop());
beforeEach(async () => {
  agent = await desk.hire({ 'ticket.read': 'self' });
  [one, other] = [await create(agent), await create(agent)];
});

it('stores a relation once, whichever side tells it, and reads it back from both', () => {
  for (const relation of CHOSEN_RELATIONS) {
    const link = toStored('A', relation, 'B');
    expect(toStored('B', seenFromOther(relation), 'A')).toEqual(link);
    expect([relationOf(link, 'A'), relationOf(link, 'B')]).toEqual([relation, seenFromOther(relation)]);
  }
});

it('stands on both tickets, and in both histories', async () => {
  await linkTickets(agent, { ticketId: one, relation: 'blocked_by', otherTicketId: other });
  const id = toGlobalId('Ticket', other);
  expect(await shown(agent, one)).toMatchObject({
    mayLink: true,
    links: [{ relation: 'BLOCKED_BY', mayUnlink: true, ticket: { id } }],
    history: [{ kind: 'created' }, { kind: 'linked', otherTicket: { id } }],
  });
  expect(await shown(agent, other)).toMatchObject({ links: [{ relation: 'BLOCKS' }] });
  await unlinkTickets(agent, { ticketId: other, ticketLinkId: await linkIdOf() });
  expect((await shown(agent, one))?.links).toEqual([]);
  expect([await kinds(one), await kinds(other)]).toEqual(Array(2).fill(['created', 'linked', 'unlinked']));
});

it('is made once, not both ways round, and not with itself', async () => {
  const link = { ticketId: one, relation: 'blocks' as const, otherTicketId: other };
  await linkTickets(agent, link);
  await expect(linkTickets(agent, link)).rejects.toMatchObject({ code: 'already_linked' });
  await expect(linkTickets(agent, { ...link, relation: 'blocked_by' })).rejects.toMatchObject({
    code: 'linked_the_other_way',
  });
  await expect(linkTickets(agent, { ...link, otherTicketId: one })).rejects.toMatchObject({
    issues: [{ path: ['otherTicketId'], code: 'same_ticket' }],
  });
  await linkTickets(agent, { ...link, relation: 'relates_to' });
  await expect(
    linkTickets(agent, { ticketId: other, relation: 'relates_to', otherTicketId: one }),
  ).rejects.toMatchObject({ code: 'already_linked' });
  // Two at once: one is told.
  const both = await Promise.allSettled(
    ['causes', 'caused_by'].map((relation) => linkTickets(agent, { ...link, relation: relation as 'causes' })),
  );
  expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
});

it('needs the link permission of both types', async () => {
  const closed = await create(agent, desk.typeId);
  const link = { ticketId: one, relation: 'causes' as const, otherTicketId: closed };
  await expect(linkTickets(agent, link)).rejects.toMatchObject({ code: 'not_permitted' });
  await expect(linkTickets(agent, { ticketId: closed, relation: 'causes', otherTicketId: one })).rejects.toMatchObject({
    code: 'not_permitted',
  });
  expect(await shown(agent, closed)).toMatchObject({ mayLink: false });
});

it('reaches only tickets that one may see, and shows nobody more', async () => {
  const colleague = await desk.hire({ 'ticket.read': 'self' });
  const theirs = await create(colleague);
  await expect(
    linkTickets(agent, { ticketId: one, relation: 'duplicates', otherTicketId: theirs }),
  ).rejects.toMatchObject({ code: 'not_found' });
  const boss = await desk.hire({ 'ticket.read': 'all' });
  await linkTickets(boss, { ticketId: one, relation: 'duplicates', otherTicketId: theirs });
  expect((await shown(boss, one))?.links).toHaveLength(1);
  expect(await shown(agent, one)).toMatchObject({
    links: [],
    history: [{ kind: 'created' }, { kind: 'linked', otherTicket: null }],
  });
  await expect(unlinkTickets(agent, { ticketId: one, ticketLinkId: await linkIdOf() })).rejects.toMatchObject({
    code: 'not_found',
  });
});
