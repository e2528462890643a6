import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { createTestDatabase, type TestDatabase } from '@handoff/prisma/testing/create-test-database';
import { openEventTail } from '../platform/event/event-tail.ts';
import { lowestIdAt } from '../platform/id.ts';
import { testContext } from '../platform/testing/test-context.ts';
import { followEvents } from './follow-events.ts';

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.drop());

const idAt = (ms: number) => `${lowestIdAt(ms).slice(0, 25)}Z`;

const write = (id: string) =>
  test.database
    .insertInto('event')
    .values({ id, kind: 'ticket.created', subjectType: 'ticket', subjectId: 'one', payload: '{}', at: new Date() })
    .execute();

function follow(after: string) {
  const tail = openEventTail(test.database, () => undefined);
  const told: string[] = [];
  const events = followEvents(testContext(test.database), tail, { kinds: ['ticket'], after, isVisible: () => true });
  void (async () => {
    for await (const { id } of events) told.push(id);
  })();
  return { told, close: () => tail.close() };
}

it('tells after a break what was committed late under a lower id, and everything that comes live', async () => {
  const now = Date.now();
  const [longAgo, late, last, next, live] = [now - 60_000, now - 1_500, now - 1_000, now - 500, now].map(idAt) as [
    string,
    string,
    string,
    string,
    string,
  ];
  for (const id of [longAgo, last, late, next]) await write(id);
  const { told, close } = follow(last);
  await vi.waitFor(() => expect(told).toEqual([late, next]));
  await write(live);
  await vi.waitFor(() => expect(told).toEqual([late, next, live]));
  close();
});
