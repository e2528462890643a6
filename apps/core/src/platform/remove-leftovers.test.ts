import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '@handoff/prisma/testing/create-test-database';
import { lowestIdAt } from './id.ts';
import { newId } from './id.ts';
import { defaultKeptDays, removeLeftovers } from './remove-leftovers.ts';

const now = new Date('2026-03-18T06:30:00Z');
const daysAgo = (days: number) => new Date(now.getTime() - days * 24 * 60 * 60 * 1000);

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.drop());

const outboxRow = (isPending: boolean, at: Date) => ({
  id: newId(),
  kind: 'ticket',
  key: 'key',
  payload: '{}',
  createdAt: at,
  availableAt: at,
  isPending,
  dispatchedAt: isPending ? null : at,
});
const event = (at: Date, place: number) => ({
  id: `${lowestIdAt(at.getTime()).slice(0, 20)}${String(place).padStart(6, '0')}`,
  kind: 'ticket.commented',
  subjectType: 'ticket',
  subjectId: 'subject',
  payload: '{}',
  at,
});
const key = (at: Date) => ({
  agentId: 'agent',
  key: newId(),
  operation: 'createTicket',
  inputHash: '-',
  result: '{}',
  createdAt: at,
});
const session = (expiresAt: Date) => ({
  id: newId(),
  tokenHash: newId(),
  agentId: 'agent',
  ip: '::1',
  userAgent: '-',
  createdAt: daysAgo(100),
  lastSeenAt: daysAgo(100),
  expiresAt,
});
const tracking = (askedAt: Date) => ({
  id: newId(),
  number: newId(),
  channelId: newId(),
  carrier: 'shunfeng',
  events: '[]',
  askedAt,
});

it('removes what has run out, over many batches, and leaves the rest', async () => {
  const db = test.database;
  const old = Array.from({ length: 2_500 }, (_, place) => event(daysAgo(91), place));
  await db
    .insertInto('event')
    .values([...old, event(daysAgo(89), 1)])
    .execute();
  await db
    .insertInto('outbox')
    .values([outboxRow(false, daysAgo(8)), outboxRow(false, daysAgo(6)), outboxRow(true, daysAgo(30))])
    .execute();
  await db
    .insertInto('idempotencyKey')
    .values([key(daysAgo(1.1)), key(daysAgo(0.9))])
    .execute();
  await db
    .insertInto('session')
    .values([session(daysAgo(31)), session(daysAgo(29)), session(daysAgo(-1))])
    .execute();
  await db
    .insertInto('loginLimit')
    .values([
      { key: 'old', points: 1, expire: daysAgo(2).getTime() },
      { key: 'new', points: 1, expire: now.getTime() + 1 },
    ])
    .execute();
  await db
    .insertInto('spentChallenge')
    .values([
      { signature: 'old', expiresAt: daysAgo(0.1) },
      { signature: 'new', expiresAt: daysAgo(-1) },
    ])
    .execute();
  await db
    .insertInto('courierTracking')
    .values([tracking(daysAgo(91)), tracking(daysAgo(89))])
    .execute();

  const triggerRun = (at: Date) => ({
    id: lowestIdAt(at.getTime()),
    triggerId: newId(),
    triggerVersion: 1,
    causeId: newId(),
    event: 'created',
    outcome: 'done',
    depth: 0,
    rootId: newId(),
    reason: '[]',
    result: '[]',
    at,
  });
  await db
    .insertInto('triggerRun')
    .values([triggerRun(daysAgo(91)), triggerRun(daysAgo(89))])
    .execute();

  const delivery = (at: Date) => ({
    id: lowestIdAt(at.getTime()),
    channelId: newId(),
    kind: 'test',
    mergeKey: 'test',
    state: 'sent',
    isUrgent: false,
    expiresAt: at,
    createdAt: at,
    updatedAt: at,
  });
  await db
    .insertInto('notificationDelivery')
    .values([delivery(daysAgo(91)), delivery(daysAgo(89))])
    .execute();

  const removed = {
    idempotencyKey: 1,
    outbox: 1,
    event: 2_500,
    session: 1,
    loginLimit: 1,
    spentChallenge: 1,
    courierTracking: 1,
    triggerRun: 1,
    notificationDelivery: 1,
  };
  expect(await removeLeftovers(db, now, defaultKeptDays)).toEqual(removed);
  const nothing = {
    idempotencyKey: 0,
    outbox: 0,
    event: 0,
    session: 0,
    loginLimit: 0,
    spentChallenge: 0,
    courierTracking: 0,
    triggerRun: 0,
    notificationDelivery: 0,
  };
  expect(await removeLeftovers(db, now, defaultKeptDays)).toEqual(nothing);

  const left = await db.selectFrom('outbox').select(['isPending']).orderBy('availableAt').execute();
  expect(left).toEqual([{ isPending: true }, { isPending: false }]);
  expect(await db.selectFrom('event').select('at').execute()).toEqual([{ at: daysAgo(89) }]);
});
