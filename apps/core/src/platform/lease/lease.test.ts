import { createTestDatabase, type TestDatabase } from '@handoff/prisma/testing/create-test-database';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { acquireLease, releaseLease, renewLease } from './lease.ts';

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.drop());

it('has one holder at a time, each with a higher token', async () => {
  const db = test.database;
  const attempts = await Promise.all(['a', 'b', 'c'].map((holder) => acquireLease(db, 'key', holder, 60)));
  const [first, ...more] = attempts.filter((lease) => lease !== null);
  expect(more).toEqual([]);
  expect(await renewLease(db, first!, 60)).toBe(true);
  await releaseLease(db, first!);
  expect(await renewLease(db, first!, 60)).toBe(false);
  const second = await acquireLease(db, 'key', 'd', 60);
  expect(second!.token).toBeGreaterThan(first!.token);
  await releaseLease(db, first!);
  expect(await renewLease(db, second!, 60)).toBe(true);
});
